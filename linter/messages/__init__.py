"""What the linter says to people, in Chinese and English: one catalogue, a file of it for each subject."""

from linter.messages.message import Message, listed
from linter.messages.saying import Word, outline, say

__all__ = ["Message", "Word", "listed", "outline", "say"]
