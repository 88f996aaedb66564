"""Archives of X (tweets.js) and lists of its posts: one document a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from sayso.intake.capture import Skipped, take_day, take_in
from sayso.model import CustodyStep, Document

_TAKEN_OVER = re.compile(r"RT @(\w{1,30}): ")


def find_posts(value: Any) -> list[Any] | None:
    """Give the posts of a JSON value, None where it holds none."""
    if isinstance(value, dict) and isinstance(value.get("data"), list):
        value = value["data"]
    if not isinstance(value, list) or not value:
        return None
    posts = [_post(item) for item in value]
    return posts if all(posts[:20]) else None


def read_posts(posts: list[Any], name: str) -> Iterator[Document | Skipped]:
    """Give the documents of posts in order."""
    for number, post in enumerate(posts, 1):
        if post is None:
            yield Skipped(f"{name} post {number}", "has no words")
            continue
        yield _take_in(post, f"{name} post {post.get('id_str') or post.get('id')}")


def _post(item: Any) -> dict[str, Any] | None:
    if not isinstance(item, dict):
        return None
    inside = item.get("tweet")
    post: dict[str, Any] = inside if isinstance(inside, dict) else item
    has_words = isinstance(post.get("full_text") or post.get("text"), str)
    has_id = "id_str" in post or ("id" in post and "author_id" in post)
    return post if has_words and has_id and "created_at" in post else None


def _take_in(post: dict[str, Any], where: str) -> Document | Skipped:
    text = unescape(post.get("full_text") or post["text"])
    known = post.get("user")
    user: dict[str, Any] = known if isinstance(known, dict) else {}
    identifier = post.get("id_str") or post.get("id")
    taken = _TAKEN_OVER.match(text)
    steps = [CustodyStep(f"post {identifier} of an archive of X")]
    answered = post.get("in_reply_to_status_id_str")
    if answered:
        steps.append(CustodyStep(f"answers post {answered}"))
    if taken:
        steps.append(CustodyStep(f"taken over from @{taken[1]}"))
    return take_in(
        text[taken.end() :] if taken else text,
        name=where,
        data=text.encode("utf-8", "surrogatepass"),
        outlet=f"@{user['screen_name']}" if user.get("screen_name") else "X",
        url=f"https://x.com/i/status/{identifier}",
        via=(f"@{taken[1]}",) if taken else (),
        media_type="application/json",
        extractor="posts 1",
        custody=tuple(steps),
        **take_day(str(post["created_at"]), place="the post"),
    )
