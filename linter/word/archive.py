"""ZIP archives with some parts changed: all others keep their bytes, packed as they were."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from itertools import pairwise

from linter.messages import say
from linter.readers import UnreadableError

# A part that is new gets the oldest day a ZIP archive knows: the output depends on the input alone.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with these parts in the place of those of the same name, or behind the last one."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(output, "w") as target:
        target.comment = source.comment
        packed = _packed(data, source)
        for info in source.infolist():
            if info.filename in parts:
                target.writestr(_like(info), parts[info.filename])
            else:
                _copy(info, packed[info.header_offset], target)
        for name in sorted(parts.keys() - set(source.namelist())):
            new = zipfile.ZipInfo(name, _NO_DAY)
            new.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(new, parts[name])
    return output.getvalue()


def _packed(data: bytes, archive: zipfile.ZipFile) -> Mapping[int, bytes]:
    """Each part with its header as it lies in the archive, by where it begins."""
    starts = sorted(info.header_offset for info in archive.infolist())
    if len(set(starts)) < len(starts):
        raise UnreadableError(say("unreadable.word-parts-overlap"))
    return {start: data[start:end] for start, end in pairwise([*starts, archive.start_dir])}


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    new = zipfile.ZipInfo(info.filename, info.date_time)
    new.compress_type, new.external_attr, new.create_system = info.compress_type, info.external_attr, info.create_system
    return new


def _copy(info: zipfile.ZipInfo, packed: bytes, target: zipfile.ZipFile) -> None:
    """Write a part as it is packed. ``zipfile`` cannot, but it writes the directory of whatever it is told of."""
    assert target.fp is not None
    info.header_offset = target.fp.tell()
    target.fp.write(packed)
    target.filelist.append(info)
    target.NameToInfo[info.filename] = info
    target.start_dir = target.fp.tell()
