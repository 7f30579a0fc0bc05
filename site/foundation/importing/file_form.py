"""The file that an editor chooses, or the text that is pasted instead of one."""

from django import forms
from django.core.exceptions import ValidationError

from foundation.importing.file import check_size
from foundation.importing.kinds import ImportKind
from foundation.importing.refusal import Refused, shown

# What is pasted is sent as a field of the form, and Django takes no more than this of those.
LONGEST_TEXT = 400_000
NO_CONTENT = "Välj en fil, eller klistra in texten."
TWO_CONTENTS = "Välj en fil eller klistra in text, inte båda."
TOO_LONG = f"Texten är längre än {LONGEST_TEXT // 1_000} 000 tecken. Spara den som en fil."


class FileForm(forms.Form):
    """The file, which is read later; only its size is looked at while the editor waits."""

    file = forms.FileField(label="Fil", max_length=200)
    text = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 10}), strip=False)

    def __init__(self, kind: ImportKind, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields["file"].widget.attrs["accept"] = kind.accept
        self.fields["file"].help_text = kind.about
        if kind.text_label:
            self.fields["file"].required = False
            self.fields["text"].label = kind.text_label
        else:
            del self.fields["text"]

    def clean_file(self):
        """Refuse what is empty or too large."""
        file = self.cleaned_data["file"]
        if file:
            try:
                check_size(file.size, file.name, largest=self.kind.largest, what="en fil")
            except Refused as refusal:
                raise ValidationError(str(refusal)) from None
        return file

    def clean_text(self) -> str:
        """The text with the line ends that files have; browsers send others."""
        text = "\n".join(self.cleaned_data["text"].splitlines()).strip()
        if len(text) > LONGEST_TEXT:
            raise ValidationError(TOO_LONG)
        return text

    def clean(self) -> dict:
        """Either of them."""
        said = super().clean()
        if self.kind.text_label and not self.errors:
            if said["file"] and said["text"]:
                self.add_error("text", TWO_CONTENTS)
            elif not said["file"] and not said["text"]:
                self.add_error("file", NO_CONTENT)
        return said

    @property
    def named_content(self) -> tuple[str, bytes]:
        """What it is called in the list of imports, and what it holds."""
        if file := self.cleaned_data["file"]:
            return file.name, file.read()
        text = self.cleaned_data["text"]
        return f"Inklistrad text: {shown(text.splitlines()[0])}", text.encode()
