//! The build step that makes `dist` installable: stylesheet, policy, route files, digests, worker. It runs
//! after trunk has written its files and before they are published, and knows nothing of the app but its
//! routes.

mod chunks;
mod page;
mod worker;

use legwork::routes::Page;
use std::path::{Path, PathBuf};

/// What can go wrong in a build.
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// The splitter's loader, which says what each chunk consists of.
const LOADER: &str = "dist-chunks/__wasm_split.js";
/// The style sheets in the order of the cascade: trunk follows no imports.
const STYLES: [&str; 7] = ["layers", "tokens", "base", "layout", "components", "pages", "print"];

fn main() -> Outcome<()> {
    let staging = PathBuf::from(std::env::var("TRUNK_STAGING_DIR")?);
    let source = PathBuf::from(std::env::var("TRUNK_SOURCE_DIR").unwrap_or_else(|_| ".".to_owned()));
    let base = std::env::var("TRUNK_PUBLIC_URL").unwrap_or_else(|_| "/".to_owned());
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let style = write_style(&source, &staging)?;
    let index = staging.join("index.html");
    let html = page::finish(&std::fs::read_to_string(&index)?, &base, &style, release)?;
    std::fs::write(&index, &html)?;
    let stem = chunks::stem(&html).ok_or("index.html starts no app")?;
    let loader = std::fs::read_to_string(source.join(LOADER))?;
    for page in Page::ALL.into_iter().filter(|page| *page != Page::Today) {
        let folder = staging.join(page.slug());
        std::fs::create_dir_all(&folder)?;
        let chunk = page.chunk();
        let files = chunk.map(|chunk| chunks::files(&loader, stem, chunk)).unwrap_or_default();
        if let Some(name) = chunk.map(|chunk| format!("{stem}-{}.wasm", chunk.name()))
            && !(files.contains(&name) && staging.join(&name).exists())
        {
            return Err(format!("no {name}: main.rs and routes.rs name their chunks differently").into());
        }
        std::fs::write(folder.join("index.html"), chunks::preload(&html, &base, &files))?;
    }
    std::fs::write(staging.join("404.html"), &html)?;
    worker::write(&staging, &base)
}

/// Joins the style sheets into one file named by its content, and returns the name.
fn write_style(source: &Path, staging: &Path) -> Outcome<String> {
    let mut css = String::new();
    for name in STYLES {
        let text = std::fs::read_to_string(source.join("style").join(format!("{name}.css")))?;
        css.push_str(&squeeze(&text));
    }
    let name = format!("legwork-{}.css", worker::short_digest(css.as_bytes()));
    std::fs::write(staging.join(&name), css)?;
    Ok(name)
}

/// What only people need in a sheet, and what is left of it. Other line ends stay: they part the words of a value.
const SPACES: [(&str, &str); 8] = [
    (": ", ":"),
    (" {", "{"),
    (", ", ","),
    (";\n}", "}"),
    ("{\n", "{"),
    (";\n", ";"),
    (",\n", ","),
    ("}\n", "}"),
];

/// Leaves out comments, indentation and [`SPACES`]. No string in our sheets holds any of them.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let mut text = String::with_capacity(out.len());
    for line in out.lines().map(str::trim).filter(|line| !line.is_empty()) {
        text.push_str(line);
        text.push('\n');
    }
    for (written, kept) in SPACES {
        text = text.replace(written, kept);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_rules_stay() {
        assert_eq!(squeeze("a {\n  /* why */ b: c;\n}\n\n/* x */\nd{}"), "a{b:c}d{}");
        assert_eq!(
            squeeze("a, b :hover {\n  c: d(1px, 2px)\n    e;\n  f: g;\n}\n"),
            "a,b :hover{c:d(1px,2px)\ne;f:g}"
        );
    }
}
