"""Handing mails to the mail server."""
