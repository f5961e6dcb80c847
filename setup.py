"""Takes the templates and the changes along when the engine is installed.

They stand at the top of the repository, where writers look for them; an installed engine finds its
copies beside its own files. Everything else about the package is said in pyproject.toml.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithTemplates(build_py):
    def run(self) -> None:
        super().run()
        package = Path(self.build_lib) / "explainer"
        shutil.copytree("templates", package / "templates", dirs_exist_ok=True)
        shutil.copytree("explainer/starter", package / "starter", dirs_exist_ok=True)
        shutil.copy("CHANGELOG.md", package)


setup(cmdclass={"build_py": BuildWithTemplates})
