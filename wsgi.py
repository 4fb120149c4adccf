"""The app for any WSGI server, and for `flask --app wsgi`."""

import os

from quizapp.app import create_app
from quizapp.preparing import prepare
from quizapp.settings import read_settings

app = prepare(create_app(read_settings(os.environ)))
