"""What our own server runs: the application, for as long as there is the server that started it.

Its settings are those that the server was started with. For any other server there is `kneewise.site.wsgi`.
"""

from django.core.wsgi import get_wsgi_application

from kneewise.app.parent import end_with_parent

end_with_parent()
application = get_wsgi_application()
