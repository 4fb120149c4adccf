"""The program, put together from its parts."""

from hashlib import sha256
from pathlib import Path

from flask import Flask, url_for
from werkzeug.middleware.proxy_fix import ProxyFix

from quizapp.data_folder import kept_key, make_data_folder
from quizapp.databases import HIDDEN
from quizapp.demonstration import demonstration_in
from quizapp.models.engines import keep_safely
from quizapp.models.migrations import migrations_folder
from quizapp.settings import Settings
from quizapp.web import blueprints
from quizapp.web.cookie import Cookie
from quizapp.web.extensions import babel, csrf, db, login, migrations
from quizapp.web.flush import Flush
from quizapp.web.guarding import guard
from quizapp.web.languages import language_of
from quizapp.web.log import Program, log
from quizapp.web.numbers import Number
from quizapp.web.roles import check_roles, everyone
from quizapp.web.sheets import JOIN, send_static
from quizapp.web.ways import way_in_words
from quizapp.web.whose import whose

WEB = Path(__file__).parent / "web"
LARGEST_FORM = 256 * 1024


def create_app(settings: Settings) -> Flask:
    """The app as these settings have it. Makes the data folder; touches no database."""
    make_data_folder(settings.data)
    app = Program(
        "quizapp",
        template_folder=str(WEB / "templates"),
        static_folder=str(WEB / "static"),
        static_url_path=f"/static/{content_hash(WEB / 'static')}",
        instance_path=str(settings.data),
    )
    configure(app, settings)
    log(app)
    guard(app)
    app.session_interface = Cookie()
    app.url_map.converters["int"] = Number
    connect(app)
    for blueprint in blueprints():
        app.register_blueprint(blueprint)
    app.view_functions["static"] = everyone(send_static)
    check_roles(app)
    if settings.proxy_hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxy_hops, x_proto=settings.proxy_hops, x_host=settings.proxy_hops)  # type: ignore[method-assign]
    return app


def configure(app: Flask, settings: Settings) -> None:
    """What Flask and its parts are told."""
    app.config.update(
        SECRET_KEY=settings.secret_key or kept_key(settings.data),
        SQLALCHEMY_DATABASE_URI=settings.database,
        SQLALCHEMY_ENGINE_OPTIONS=HIDDEN,
        SESSION_COOKIE_NAME="__Host-quizapp" if settings.https else "quizapp",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PREFERRED_URL_SCHEME="https" if settings.https else "http",
        MAX_CONTENT_LENGTH=LARGEST_FORM,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM,
        WTF_CSRF_SSL_STRICT=False,  # some browsers send no Referer; web/guarding.py looks at the Origin
        WTF_CSRF_TIME_LIMIT=None,  # an answer that was thought over for an hour still counts
        BABEL_TRANSLATION_DIRECTORIES=str(WEB / "translations"),
        QUIZAPP=settings,
    )
    app.jinja_env.add_extension(Flush)
    app.jinja_env.globals.update(asset=asset, whose=whose, way_in_words=way_in_words)
    app.jinja_env.globals["demonstration"] = demonstration_in(settings.data)


def connect(app: Flask) -> None:
    """Hand the app to the parts that every page shares."""
    db.init_app(app)
    migrations.init_app(app, db, directory=str(migrations_folder()))
    csrf.init_app(app)
    babel.init_app(app, locale_selector=language_of)
    login.init_app(app)
    login.login_view = "accounts.sign_in"
    login.session_protection = None  # sessions are rows; nothing about a person stands in the signed cookie
    with app.app_context():
        for engine in db.engines.values():
            keep_safely(engine)


def asset(*filenames: str) -> str:
    """The address of a static file, or of several of a kind in one, which changes when any of them does, so that browsers may keep it."""
    return url_for("static", filename=JOIN.join(filenames))


def content_hash(folder: Path) -> str:
    """A short name for all that a folder holds."""
    digest = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]
