"""What the site tests share: building a copy of the example, reading its pages, saying results."""
import html.parser, os, pathlib, shutil, subprocess, sys, tempfile, atexit

ROOT = pathlib.Path(os.environ["ROOT"])
failed = []


def ok(name, good, why=""):
    if not good:
        failed.append(name)
        print(f"not ok {name}: {why}")
    else:
        print(f"ok {name}")


def skip(name, why):
    print(f"skip {name}: {why}")


def finish():
    sys.exit(1 if failed else 0)


def workspace():
    """A folder with a copy of the example's content and the templates."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tonghop-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(ROOT / "content", folder / "content")
    os.symlink(ROOT / "templates", folder / "templates")
    return folder


def run(folder, *arguments, **more):
    return subprocess.run(["tonghop", *arguments, "--lang", "en"], cwd=folder, text=True,
                          stdin=subprocess.DEVNULL, capture_output=True, **more)


def build(folder, *arguments):
    done = run(folder, "build", "--quiet", *arguments)
    if done.returncode:
        sys.exit(f"not ok build: {done.stderr}")
    return folder / "out"


def tree(folder):
    """path → bytes of every file below"""
    return {str(p.relative_to(folder)): p.read_bytes()
            for p in sorted(folder.rglob("*")) if p.is_file()}


class Page(html.parser.HTMLParser):
    """Links with their texts, ids, and the text of the page."""

    def __init__(self, path):
        super().__init__()
        self.links, self.ids, self.text, self.open = [], [], [], []
        self.resources = []
        self.feed(path.read_text(encoding="utf-8"))
        self.text = "".join(self.text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in ("src", "srcset", "data", "action"):
            if name in attributes:
                self.resources.append(attributes[name])
        if tag == "link":
            self.resources.append(attributes.get("href", ""))
        if tag == "a":
            self.links.append([attributes.get("href", ""), "", attributes.get("class", "")])
            self.open.append(self.links[-1])

    def handle_endtag(self, tag):
        if tag == "a" and self.open:
            self.open.pop()

    def handle_data(self, data):
        self.text.append(data)
        for link in self.open:
            link[1] += data
