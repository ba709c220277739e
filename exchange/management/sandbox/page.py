"""The look of the sandbox's own pages: plain on purpose, so that nobody takes them for the product or for DigiD."""

from html import escape

_STYLE = """
body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
.let-op{border:3px dashed #8a5a00;background:#fff6e0;padding:.75rem 1rem;font-weight:700}
label{display:block;font-weight:700;margin-top:.5rem}
input,select{font:inherit;padding:.5rem;border:1px solid #555;border-radius:.25rem;max-width:100%;box-sizing:border-box}
input[type=checkbox]{width:1.25rem;height:1.25rem}
button{font:inherit;padding:.5rem 1rem;border:2px solid #14508c;border-radius:.25rem;background:#fff;color:#14508c;cursor:pointer}
button:hover{background:#e6f0fa}:focus-visible{outline:3px solid #14508c;outline-offset:2px}
.personen{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:.5rem}
.personen button{width:100%;min-height:100%;text-align:start;overflow-wrap:anywhere}.zoek{margin-bottom:1rem}
.tabel{overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.4rem .6rem;border-bottom:1px solid #ccc}
"""


def page(title: str, content: str) -> str:
    """A whole page around content that is already safe HTML."""
    return (
        '<!doctype html><html lang="nl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} - zandbak</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1>{content}</main></body></html>"
    )
