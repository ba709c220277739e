"""Documents of a case: the list, adding one, and its bytes."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header

from accounts.enums import Act
from accounts.services import log_access
from accounts.views import staff_page
from cases.forms import DocumentForm
from cases.models import Document
from cases.selectors import CASE_ROLES, documents_visible_to, may_edit
from cases.services import Upload, add_document
from cases.views.frame import UNPROCESSABLE, StaffRequest, dossier_or_404, editable_dossier_or_403


@staff_page(*CASE_ROLES)
def documents(request: StaffRequest, case_id: int) -> HttpResponse:
    post = request.method == "POST"
    case = (editable_dossier_or_403 if post else dossier_or_404)(request, case_id)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if post and form.is_valid():
        data = form.cleaned_data
        file = Upload.of(data.pop("file"))
        try:
            add_document(case=case, filename=file.filename, content=file.content, by=request.user, **data)
        except ValidationError as refusal:
            form.add_error("file", refusal.messages)
        else:
            messages.success(request, "Het document staat in het dossier.")
            return redirect("dossier-documenten", case.pk)
    context = {
        "case": case,
        "form": form,
        "documents": documents_visible_to(request.user).filter(case=case).select_related("created_by"),
        "may_edit": may_edit(request.user, case),
    }
    return render(request, "cases/documents.html", context, status=UNPROCESSABLE if form.errors else 200)


@staff_page(*CASE_ROLES)
def download(request: StaffRequest, case_id: int, document_id: int) -> HttpResponse:
    visible = documents_visible_to(request.user).select_related("content")
    document = get_object_or_404(visible, pk=document_id, case_id=case_id)
    log_access(user=request.user, case_id=case_id, act=Act.READ_DOCUMENT)
    return as_download(document)


def as_download(document: Document) -> HttpResponse:
    """Always a download, under the type that we saw ourselves: nothing of a user opens as a page of ours, or stays behind."""
    disposition = content_disposition_header(as_attachment=True, filename=document.filename)
    headers = {
        "Content-Disposition": disposition, "Content-Security-Policy": "sandbox",
        "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store",
    }  # fmt: skip
    return HttpResponse(bytes(document.content.data), content_type=document.mime, headers=headers)
