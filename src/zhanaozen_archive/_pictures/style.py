"""Style sheets: one for pictures inside a page, one for those that stand alone."""

from zhanaozen_archive._pictures.markup import ACCENT

PAGE = f"""
.zat.zat {{ margin: 1em 0; container-type: inline-size; color: inherit }}
.zat.zat figcaption {{ font-weight: 600; margin-bottom: .5em; text-align: left }}
.zat.zat figcaption small {{ display: block; font-weight: 400 }}
.zat.zat table {{ width: 100%; border-collapse: collapse; table-layout: fixed; font-size: .9em }}
.zat.zat th, .zat.zat td {{ text-align: left; vertical-align: top; padding: .45em .6em .45em 0; white-space: normal;
  border: 0; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); background: none;
  overflow-wrap: anywhere }}
.zat.zat th {{ font-weight: 600 }}
.zat.zat thead th {{ border-top: 0; vertical-align: bottom }}
.zat.zat small {{ font-size: .88em; font-weight: 400; display: block }}
.zat.zat .zat-mark {{ width: 36% }}
.zat.zat .zat-track {{ display: block; position: relative; height: 1em; margin: .2em 6% .1em .4em }}
.zat.zat .zat-line {{ position: absolute; top: .5em; height: 0; min-width: .7em; border-top: 2px solid {ACCENT} }}
.zat.zat .zat-line.zat-open {{ border-top-style: dotted }}
.zat.zat .zat-dot {{ position: absolute; top: .5em; width: .6em; height: .6em; margin: -.26em 0 0 -.3em;
  border-radius: 50%; box-sizing: border-box; border: 2px solid {ACCENT}; background: {ACCENT} }}
.zat.zat .zat-dot.zat-about {{ background: none }}
.zat.zat .zat-tick {{ position: absolute; bottom: 0; transform: translateX(-50%); font-weight: 400;
  white-space: nowrap }}
.zat.zat .zat-tick:first-child {{ transform: none; margin-left: -.4em }}
.zat.zat ul {{ list-style: none; margin: 0; padding: 0 0 0 1.1em;
  border-left: 1px solid color-mix(in srgb, currentColor 35%, transparent) }}
.zat.zat > ul {{ padding-left: 0; border-left: 0 }}
.zat.zat li {{ margin: .35em 0; padding: 0 }}
.zat.zat li li::before {{ content: "– "; margin-left: -1.1em; color: {ACCENT} }}
@container (max-width: 560px) {{
  .zat.zat table, .zat.zat tbody, .zat.zat tr, .zat.zat td, .zat.zat tbody th {{ display: block; width: auto }}
  .zat.zat thead {{ display: none }}
  .zat.zat tbody td {{ border-top: 0; padding: 0 0 .3em }}
  .zat.zat .zat-mark {{ width: auto }}
}}
"""

ALONE = f"""
svg.zat {{ color: #1b1b1f; background: #fff }}
@media (prefers-color-scheme: dark) {{ svg.zat {{ color: #dcdce0; background: #131416 }} }}
svg.zat text {{ fill: currentColor; font: 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif }}
svg.zat .zat-title {{ font-size: 16px; font-weight: 600 }}
svg.zat .zat-strong {{ font-weight: 600 }}
svg.zat .zat-small {{ font-size: 11.5px }}
svg.zat .zat-rule {{ stroke: currentColor; stroke-opacity: .2 }}
svg.zat .zat-line {{ stroke: {ACCENT}; stroke-width: 2.5; fill: none }}
svg.zat .zat-thin {{ stroke-width: 1.2; stroke-opacity: .7 }}
svg.zat .zat-open {{ stroke-dasharray: 2 4 }}
svg.zat .zat-dot {{ stroke: {ACCENT}; stroke-width: 2; fill: {ACCENT} }}
svg.zat .zat-about {{ fill: none }}
"""
