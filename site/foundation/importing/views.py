"""The editor's screens for imports: choose a file, see what it would do, press one button."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin.auth import permission_denied

from foundation.importing import jobs
from foundation.importing.file_form import FileForm
from foundation.importing.kept import ImportRun
from foundation.importing.kinds import ImportKind, kind_named, kinds_for

State = ImportRun.State
MOST_SHOWN = 50
GOES_ON = "vidare"


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """What the person may import, and what has been."""
    kinds = kinds_for(request.user)
    if not kinds:
        return permission_denied(request)
    runs = ImportRun.objects.seen_by(request.user).defer("content", "report")
    runs = runs.select_related("person")[:MOST_SHOWN]
    for run in runs:
        run.kind_in_words = kind_named(run.kind).label
    return render(request, "foundation/admin/imports.html", {"kinds": kinds, "runs": runs})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask for a file, keep it, and let it be checked in the background."""
    chosen = kind_named(kind)
    if chosen is None:
        raise Http404
    if not chosen.may_import(request.user):
        return permission_denied(request)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    file_form = FileForm(chosen, *data)
    # A way here may say what is chosen from the start.
    form = chosen.form(request.user, data[0], initial=request.GET.dict())
    if request.method == "POST" and file_form.is_valid() and form.is_valid():
        name, content = file_form.named_content
        with transaction.atomic():
            run = ImportRun.of_file(kind, request.user, name, content, choices=form.choices)
            jobs.check.enqueue(run.pk)
        return redirect("import_run", run.pk)
    context = {"kind": chosen, "file_form": file_form, "form": form}
    return render(request, "foundation/admin/import_new.html", context)


@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What the file would do or has done, or how far it has come."""
    run, kind = _found(request, pk)
    if kind is None:
        return permission_denied(request)
    if GOES_ON in request.GET and run.state == State.DONE and run.report["does_something"]:
        return redirect(run.report.get("leads_to") or request.path)
    form = None if run.is_at_work else kind.form(request.user, run.choices)
    return _page_of(request, run, kind, form)


@require_POST
def check_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Check the file with other choices."""
    run, kind = _found(request, pk)
    if kind is None:
        return permission_denied(request)
    form = kind.form(request.user, request.POST)
    if not form.is_valid():
        return _page_of(request, run, kind, form)
    _begin(request, run, State.CHECKING, but_not=State.DONE, choices=form.choices)
    return redirect("import_run", pk)


@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """The one button: do what has been seen."""
    run, kind = _found(request, pk)
    if kind is None:
        return permission_denied(request)
    if not run.can_begin:
        messages.error(request, "Filen kan inte importeras som den är.")
    else:
        _begin(request, run, State.IMPORTING, but_not=State.DONE)
    # The page asks again until it is done, and then leads on to what was made.
    return redirect(f"{reverse('import_run', args=[pk])}?{GOES_ON}")


@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove the file and its report; what was imported stays."""
    run, kind = _found(request, pk)
    if kind is None:
        return permission_denied(request)
    if run.is_at_work:
        messages.error(request, "Vänta tills filen är färdig, och ta bort den sedan.")
        return redirect("import_run", pk)
    run.delete()
    messages.success(
        request, "Filen och dess rapport är borttagna. Det som importerats finns kvar."
    )
    return redirect("imports")


def _page_of(
    request: HttpRequest, run: ImportRun, kind: ImportKind, form: forms.Form | None
) -> HttpResponse:
    context = {"run": run, "kind": kind, "form": form, "report": run.report}
    context["report_template"] = kind.template
    return render(request, "foundation/admin/import_run.html", context)


def _found(request: HttpRequest, pk: int) -> tuple[ImportRun, ImportKind | None]:
    """The run, and its kind if the person may import such things."""
    seen = ImportRun.objects.seen_by(request.user).defer("content").select_related("person")
    run = get_object_or_404(seen, pk=pk)
    kind = kind_named(run.kind)
    return run, kind if kind and kind.may_import(request.user) else None


@transaction.atomic
def _begin(request: HttpRequest, run: ImportRun, state: str, but_not: str, **changes) -> None:
    """Start work on it, unless somebody, or the same button, already has."""
    at_work = (State.CHECKING, State.IMPORTING)
    idle = ImportRun.objects.filter(pk=run.pk).exclude(state__in=(*at_work, but_not))
    if not idle.update(state=state, message="", **changes):
        messages.warning(request, "Det pågår redan, eller är redan gjort.")
        return
    run.tell_progress(0, 0)
    job = jobs.check if state == State.CHECKING else jobs.carry_out
    job.enqueue(run.pk)
