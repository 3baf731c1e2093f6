"""The floors: what Flask, PostgreSQL and a template cost where nothing else is done.

A program of its own behind the same web server (`gunicorn tests.benchmarks.floors:app`); FLOOR_DATABASE is its
database. F2: one query, sixty paragraphs. F3: one query, two hundred comments. F5: insert a comment and commit.
"""

from __future__ import annotations

import os
import threading

import psycopg
from flask import Flask, redirect, render_template, request
from jinja2 import DictLoader
from werkzeug.wrappers import Response

PARAGRAPHS = 60
COMMENTS = 200

TABLES = """
CREATE TABLE floor_paragraph (number integer PRIMARY KEY, words text NOT NULL);
CREATE TABLE floor_comment (
    id bigserial PRIMARY KEY, thread integer NOT NULL, author text NOT NULL, at timestamptz NOT NULL,
    words text NOT NULL
);
CREATE INDEX floor_comment_thread ON floor_comment (thread);
"""

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><main><h1>{{ title }}</h1>
{% for number, words in rows %}<section id="p{{ number }}"><h2>{{ number }}</h2><p>{{ words }}</p></section>
{% endfor %}</main></body></html>
"""

THREAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Thread</title></head>
<body><main><h1>Thread</h1>
{% for id, author, at, words in rows %}<article id="c{{ id }}"><p>{{ author }}, {{ at }}</p><p>{{ words }}</p></article>
{% endfor %}</main></body></html>
"""

app = Flask(__name__)
app.jinja_loader = DictLoader({"text.html": PAGE, "thread.html": THREAD})
_of_thread = threading.local()


def connection() -> psycopg.Connection:
    """The connection of this thread, opened once."""
    if not hasattr(_of_thread, "connection"):
        _of_thread.connection = psycopg.connect(os.environ["FLOOR_DATABASE"], autocommit=True)
    kept: psycopg.Connection = _of_thread.connection
    return kept


@app.get("/text")
def text() -> str:
    """F2."""
    rows = connection().execute("SELECT number, words FROM floor_paragraph ORDER BY number").fetchall()
    return render_template("text.html", title="Voluntary principles", rows=rows)


@app.get("/thread")
def thread() -> str:
    """F3."""
    query = "SELECT id, author, at, words FROM floor_comment WHERE thread = %s ORDER BY id"
    return render_template("thread.html", rows=connection().execute(query, (1,)).fetchall())


@app.post("/comment")
def comment() -> Response:
    """F5."""
    with connection().transaction():
        connection().execute(
            "INSERT INTO floor_comment (thread, author, at, words) VALUES (2, %s, now(), %s)",
            (request.form["author"], request.form["words"]),
        )
    return redirect("/thread", code=303)


def furnish(url: str, paragraphs: list[str], comments: list[str]) -> None:
    """Make the floors' own tables and fill them."""
    with psycopg.connect(url) as connection:
        connection.execute(TABLES)
        cursor = connection.cursor()
        cursor.executemany(
            "INSERT INTO floor_paragraph VALUES (%s, %s)", list(enumerate(paragraphs, start=1))
        )
        cursor.executemany(
            "INSERT INTO floor_comment (thread, author, at, words) VALUES (1, %s, now(), %s)",
            [(f"Delegation {number:03}", words) for number, words in enumerate(comments)],
        )
