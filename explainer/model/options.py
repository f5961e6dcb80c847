"""What a build can be asked to do otherwise."""

from explainer.model.form import Form


class Options(Form, frozen=True):
    """The options of a build that change what it makes."""

    base_url: str = ""
    """Instead of site.yaml's; empty for that one."""
    drafts: bool = False
    portable: bool = False
    """Links name `index.html`, for reading from `file://`."""
    full_text: bool = False
    """The text is indexed where that can be, so that a served site can be searched for it. The preview
    does without."""
