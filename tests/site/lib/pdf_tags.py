"""What must hold of a tagged archive PDF, looked at without a validator: `faults(path)` is a list of what
does not, empty for a good file. A small part of PDF/UA-1 and PDF/A; veraPDF knows the rest (`make
conformance`), this one is fast and needs only qpdf."""
import base64, json, re, subprocess

ROLES = {"Document", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "BlockQuote", "Code",
         "Table", "TR", "TH", "TD", "Figure", "Caption", "Link", "TOC", "TOCI", "Note", "Reference"}
PAINTS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI"}
INSIDE = {"TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "Lbl": {"LI", "Note", "TOCI"},
          "LBody": {"LI"}, "TOCI": {"TOC"}}


class File:
    def __init__(self, path):
        done = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized",
                               "--json-key=qpdf", "--json-key=pages", str(path)], capture_output=True, text=True)
        self.noise = done.stderr
        data = json.loads(done.stdout)
        self.objects = data["qpdf"][1]
        self.pages = [p["object"] for p in data["pages"]]

    def get(self, value):
        """a value, after its reference"""
        if isinstance(value, str) and re.fullmatch(r"\d+ 0 R", value):
            found = self.objects.get("obj:" + value, {"value": None})
            return found["stream"]["dict"] if "stream" in found else found["value"]
        return value

    def data(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

    @property
    def root(self):
        return self.get(self.objects["trailer"]["value"]["/Root"])

    @property
    def info(self):
        return self.get(self.objects["trailer"]["value"]["/Info"])


def text(value):
    return value[2:] if value and value[:2] in ("u:", "b:") else value


def numbers(file, node, found, faults, limits=None):
    """the pairs of a number or name tree; each node within the limits it states"""
    node = file.get(node)
    limits = node.get("/Limits", limits)
    pairs = node.get("/Nums", node.get("/Names", []))
    for key, value in zip(pairs[::2], pairs[1::2]):
        if limits and not limits[0] <= key <= limits[1]:
            faults.append(f"{key} is not within {limits}")
        if key in found:
            faults.append(f"{key} comes twice in a tree")
        if found and not next(reversed(found)) < key:
            faults.append(f"{key} is out of order")
        found[key] = value
    if len(pairs) > 2 * 64 or len(node.get("/Kids", [])) > 64:
        faults.append("a node of a tree is too large")
    for kid in node.get("/Kids", []):
        numbers(file, kid, found, faults, limits)


def sequences(content, faults, name):
    """the MCIDs of a page in order, and whether all that is painted stands in a sequence"""
    content = re.sub(rb"<[0-9A-Fa-f]*>", b" ", content)  # strings; our content has no others
    ids, open_tags = [], 0
    words = content.decode("latin-1").replace("<<", " << ").replace(">>", " >> ").replace("[", " ").replace("]", " ")
    last = []
    for word in words.split():
        if word == "BDC":
            open_tags += 1
            if "/MCID" in last:
                ids.append((int(last[last.index("/MCID") + 1]), last[last.index("<<") - 1][1:]))
            elif "/Artifact" not in last:
                faults.append(f"{name}: a sequence that is neither content nor artifact")
        elif word == "BMC":
            open_tags += 1
        elif word == "EMC":
            open_tags -= 1
        elif word in PAINTS and open_tags == 0:
            faults.append(f"{name}: {word} outside of any sequence")
        if open_tags not in (0, 1):
            faults.append(f"{name}: sequences are nested or closed twice")
        last = [] if re.fullmatch(r"[A-Za-z'\"*]+", word) else last + [word]
    if open_tags:
        faults.append(f"{name}: a sequence is left open")
    return ids


class Walk:
    """the elements below the root"""

    def __init__(self, file, faults):
        self.file, self.faults = file, faults
        self.content, self.links, self.names, self.heading = {}, {}, {}, 0
        self.seen, self.count = set(), {}

    def whole(self):
        tree = self.file.root.get("/StructTreeRoot")
        self.visit(self.file.get(tree)["/K"], tree, "")
        return self

    def visit(self, reference, parent, parent_role):
        element, faults = self.file.get(reference), self.faults
        role = element["/S"][1:]
        self.count[role] = self.count.get(role, 0) + 1
        if reference in self.seen:
            faults.append(f"{role} {reference} is reached twice")
        self.seen.add(reference)
        if element["/P"] != parent:
            faults.append(f"{role} {reference} names another parent")
        if role not in ROLES:
            faults.append(f"{role} is no standard role")
        if role in INSIDE and parent_role not in INSIDE[role]:
            faults.append(f"{role} inside {parent_role}")
        self.attributes(role, element)
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        links = 0
        for kid in kids:
            links += self.kid(kid, element, reference, role)
        if role == "Link" and not links:
            faults.append(f"Link {reference} has no annotation")

    def attributes(self, role, element):
        attributes = self.file.get(element.get("/A", {}))
        if role == "TH" and attributes.get("/Scope") not in ("/Column", "/Row", "/Both"):
            self.faults.append("TH without Scope")
        if role == "Figure" and not text(element.get("/Alt", "")):
            self.faults.append("Figure without Alt")
        if role == "Figure" and len(attributes.get("/BBox", [])) != 4:
            self.faults.append("Figure without BBox")
        if role == "L" and "/ListNumbering" not in attributes:
            self.faults.append("L without ListNumbering")
        if role == "Note":
            name = element.get("/ID")
            if not name or name in self.names:
                self.faults.append(f"Note with the ID {name}")
            self.names[name] = element
        if re.fullmatch("H[1-6]", role):
            if int(role[1]) > self.heading + 1:
                self.faults.append(f"{role} after H{self.heading}")
            self.heading = int(role[1])

    def kid(self, kid, element, reference, role):
        if isinstance(kid, str):
            self.visit(kid, reference, role)
            return 0
        if isinstance(kid, dict) and kid["/Type"] == "/OBJR":
            self.links[kid["/Obj"]] = reference
            return 1
        page, mcid = (kid["/Pg"], kid["/MCID"]) if isinstance(kid, dict) else (element["/Pg"], kid)
        if (page, mcid) in self.content:
            self.faults.append(f"content {mcid} of {page} belongs to two elements")
        self.content[page, mcid] = (reference, role)
        return 0


def check_page(file, walk, parents, index, reference, faults):
    page, name = file.get(reference), f"page {index + 1}"
    contents = page["/Contents"] if isinstance(page["/Contents"], list) else [page["/Contents"]]
    ids = sequences(b"\n".join(file.data(c) for c in contents), faults, name)
    back = file.get(parents.get(page.get("/StructParents"), []))
    if [i for i, _ in ids] != list(range(len(back))):
        faults.append(f"{name}: {len(ids)} pieces of content, {len(back)} in the parent tree")
    for mcid, tag in ids:
        owner = walk.content.pop((reference, mcid), None)
        if owner is None:
            faults.append(f"{name}: content {mcid} is in no element")
        elif mcid < len(back) and back[mcid] != owner[0]:
            faults.append(f"{name}: the parent tree has another element for content {mcid}")
        elif tag != owner[1]:
            faults.append(f"{name}: content {mcid} is {tag} on the page and {owner[1]} in the tree")
    links = file.get(page.get("/Annots", []))
    if links and page.get("/Tabs") != "/S" and walk.modern:
        faults.append(f"{name}: no Tabs")
    for link in links:
        annotation = file.get(link)
        owner = walk.links.pop(link, None)
        if owner is None:
            faults.append(f"{name}: a link outside of the tree")
        elif parents.get(annotation.get("/StructParent")) != owner:
            faults.append(f"{name}: the parent tree has another element for a link")
        if not text(annotation.get("/Contents", "")):
            faults.append(f"{name}: a link that does not say where it leads")
        if annotation.get("/F") != 4:
            faults.append(f"{name}: a link that is not printed")
        if "/Dest" in annotation and annotation["/Dest"][0] not in file.pages:
            faults.append(f"{name}: a link to no page")
        elif "/Dest" not in annotation and not text(file.get(annotation["/A"]).get("/URI", "")):
            faults.append(f"{name}: a link to nowhere")
    for font in file.get(file.get(page["/Resources"])["/Font"]).values():
        inner = file.get(file.get(font)["/DescendantFonts"][0])
        if "/ToUnicode" not in file.get(font) or "/FontFile2" not in file.get(inner["/FontDescriptor"]):
            faults.append(f"{name}: a font that is not embedded, or cannot be copied")


def check_words(file, faults):
    """XMP and the info dictionary say the same"""
    xmp = file.data(file.root["/Metadata"]).decode()

    def said(tag):
        found = re.search(rf"<{tag}>(?:<rdf:\w+><rdf:li[^>]*>)?(.*?)<", xmp, re.S)
        value = found.group(1) if found else ""
        for entity, sign in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("#39", "'"), ("apos", "'"), ("amp", "&")):
            value = value.replace(f"&{entity};", sign)
        return value

    for key, tag in (("/Title", "dc:title"), ("/Author", "dc:creator"), ("/Subject", "dc:description"),
                     ("/Creator", "xmp:CreatorTool"), ("/Producer", "pdf:Producer")):
        if text(file.info.get(key, "")) != said(tag):
            faults.append(f"{key} is {text(file.info.get(key))!r} and {tag} {said(tag)!r}")
    for key, tag in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        digits = re.sub(r"\D", "", text(file.info.get(key, "")))
        if digits != re.sub(r"\D", "", said(tag)):
            faults.append(f"{key} and {tag} differ")
    return (re.search(r"<pdfaid:part>(\d)", xmp) or [0, ""])[1] + \
        (re.search(r"<pdfaid:conformance>(\w)", xmp) or [0, ""])[1].lower()


def roles(path):
    """role → how many elements have it"""
    return Walk(File(path), []).whole().count


def faults(path, level="2a"):
    found, file = [], File(path)
    if file.noise:
        found.append(file.noise)
    root = file.root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        found.append("no MarkInfo")
    if not text(root.get("/Lang", "")):
        found.append("no Lang")
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") or not text(file.info.get("/Title", "")):
        found.append("no title in the window")
    if not root.get("/OutputIntents"):
        found.append("no OutputIntent")
    claim = check_words(file, found)
    if claim != level:
        found.append(f"claims {claim}")
    tree = file.get(root["/StructTreeRoot"])
    parents, names = {}, {}
    numbers(file, tree["/ParentTree"], parents, found)
    walk = Walk(file, found).whole()
    walk.modern = level != "1b"
    if "/IDTree" in tree:
        numbers(file, tree["/IDTree"], names, found)
    if set(names) != set(walk.names):
        found.append("the tree of names has not the notes")
    for index, reference in enumerate(file.pages):
        check_page(file, walk, parents, index, reference, found)
    found += [f"{p}: content {m} is not on the page" for p, m in list(walk.content)[:3]]
    found += [f"a link is on no page: {link}" for link in list(walk.links)[:3]]
    return found
