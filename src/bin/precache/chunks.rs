//! What each chunk of the app consists of, and the head of a page that fetches it along with the app.

use legwork::routes::Chunk;

/// The name that the app's files begin with, hash and all.
pub fn stem(html: &str) -> Option<&str> {
    let (before, _) = html.split_once("_bg.wasm")?;
    before.rsplit(['/', '"', '\'']).next()
}

/// The files of a chunk: its own, and those it shares with others. The splitter's loader names above every
/// shared file the chunks that need it.
pub fn files(loader: &str, stem: &str, chunk: Chunk) -> Vec<String> {
    let mut found = Vec::new();
    let mut needed = false;
    for line in loader.lines() {
        if let Some(names) = line.strip_prefix("/* ").and_then(|rest| rest.strip_suffix(" */")) {
            needed = names.split(", ").any(|name| name == chunk.name());
        }
        let Some(name) = line.split_once("\"./").and_then(|(_, rest)| rest.split_once(".wasm\"")) else {
            continue;
        };
        let own = name.0.strip_prefix("split_").filter(|name| *name == chunk.name());
        let shared = name.0.strip_prefix("chunk_").filter(|_| needed);
        found.extend(own.or(shared).map(|name| format!("{stem}-{name}.wasm")));
    }
    found
}

/// The page with its chunk's files in the head: they are fetched beside the app, not after it.
pub fn preload(html: &str, base: &str, files: &[String]) -> String {
    let mut links = String::new();
    for file in files {
        links.push_str(&format!("<link rel=preload href=\"{base}{file}\" crossorigin as=fetch>"));
    }
    html.replacen("</head>", &format!("{links}</head>"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str = "/* more, plan */\nconst __chunk_5 = makeLoad(() => {\n  const src = fetch(new URL(\"./chunk_5.wasm\", import.meta.url));\n/* more, record */\n  fetch(new URL(\"./chunk_6.wasm\", import.meta.url));\n  fetch(new URL(\"./split_plan.wasm\", import.meta.url));\n  fetch(new URL(\"./split_more.wasm\", import.meta.url));\n";

    #[test]
    fn a_chunk_is_its_own_file_and_those_it_shares() {
        assert_eq!(files(LOADER, "app-1", Chunk::Plan), ["app-1-5.wasm", "app-1-plan.wasm"]);
        assert_eq!(files(LOADER, "app-1", Chunk::More), ["app-1-5.wasm", "app-1-6.wasm", "app-1-more.wasm"]);
    }

    #[test]
    fn the_page_fetches_them_along() {
        let html = preload("<head></head>", "/legwork/", &["a.wasm".to_owned()]);
        assert!(html.contains("href=\"/legwork/a.wasm\"") && html.ends_with("</head>"));
        assert_eq!(stem("href=\"/legwork/app-1_bg.wasm\""), Some("app-1"));
    }
}
