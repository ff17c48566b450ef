"""What somebody has to mend before anything can be checked; each says in words what and where."""

from __future__ import annotations

from linter.config.written import ConfigError
from linter.desk.planning import UnknownDayError
from linter.desk.policy_files import PolicyFileError
from linter.plugins import PluginError
from reference.load import RuleFileError

SETTINGS_FAULTS = (ConfigError, PolicyFileError, RuleFileError, PluginError, UnknownDayError)
