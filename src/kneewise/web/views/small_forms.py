"""Pages with several small forms: each writes one thing, and its page says that it is kept."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.app.once import see_key
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.web.pages.fields import Sent
from kneewise.web.visit import Visit

Typed = Mapping[str, str]
Keep = Callable[[Visit, Typed], object]
Show = Callable[[HttpRequest, Visit, Sent, str], HttpResponse]
"""Shows the page with the form that came back, or with the name of the one that was kept."""


def answer(
    request: HttpRequest, keeps: Mapping[str, Keep], show: Show, *, back: str, of: str = ""
) -> HttpResponse:
    """Show the page, or keep what one of its forms says and come back to it.

    Args:
        request: What came.
        keeps: What each form writes, by the form's name.
        show: Shows the page.
        back: The name of its address.
        of: What the page is of, where the address names it.
    """
    visit = Visit.of(request)
    if request.method != "POST":
        saved = request.GET.get("saved", "")
        return show(request, visit, Sent(), saved if saved in keeps else "")
    form = request.POST.get("form", "")
    try:
        if form not in keeps:
            raise UsageError(_("This form is not one of ours: open the page again."))
        keeps[form](visit, {name: words[-1].strip() for name, words in request.POST.lists()})
    except KneewiseError as error:
        slips = {error.field: str(error)} if error.field else {}
        sent = Sent(form=form, typed=dict(request.POST.lists()), slips=slips, problem=str(error))
        page = show(request, visit, sent, "")
        page.status_code = 422
        return page
    return redirect(f"{reverse(back, args=[of] if of else [])}?saved={form}")


def key_of(typed: Typed) -> str:
    """Give the key of a form; none where it has none, as one that no page of ours sent."""
    return see_key(typed["key"]) if typed.get("key") else ""


def need(typed: Typed, **sentences: str) -> None:
    """See that fields were filled in.

    Args:
        typed: What was sent.
        sentences: What to say of each that was not.

    Raises:
        UsageError: One was left empty.
    """
    for name, said in sentences.items():
        if not typed.get(name):
            raise UsageError(said, field=name)
