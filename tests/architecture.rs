//! The rules of the house that can be checked: who may use whom, how long a file may be, what never stands
//! in one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};

/// The most lines of code in a file; tests, comments, blank lines and data tables are not counted.
const LINES_MAX: usize = 350;

/// Each layer with the layers it may use.
const LAYERS: [(&str, &[&str]); 11] = [
    ("decimal", &[]),
    ("domain", &["decimal"]),
    ("archive", &["domain"]),
    ("exchange", &["decimal", "domain"]),
    ("storage", &["domain", "archive"]),
    ("i18n", &["decimal", "domain", "archive", "exchange", "routes"]),
    ("platform", &["domain", "i18n"]),
    ("app", &["domain", "archive", "exchange", "storage", "i18n", "platform", "ui", "pages", "routes"]),
    ("ui", &["decimal", "platform"]),
    ("pages", &["domain", "archive", "exchange", "i18n", "app", "ui", "routes"]),
    ("routes", &[]),
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = rust_files(&root);
    assert!(files.len() > 60, "the sources are not where they were");
    files.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// The text before a file's unit tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

#[test]
fn no_layer_uses_one_it_must_not_know() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let relative = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
        let first = relative.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "");
        let Some((layer, allowed)) = LAYERS.iter().find(|(layer, _)| *layer == first) else { continue };
        for part in code(&text).split("crate::").skip(1) {
            let used: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if used != *layer && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{} uses {used}", relative.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_core_names_no_browser_no_clock_and_no_framework() {
    for (path, text) in sources() {
        let inside = ["domain", "archive", "exchange"]
            .iter()
            .any(|l| path.to_string_lossy().contains(&format!("/src/{l}/")));
        if inside {
            for banned in [
                "leptos",
                "web_sys",
                "js_sys",
                "wasm_bindgen",
                "Utc::now",
                "Local::now",
                "SystemTime",
                "Instant::now",
            ] {
                assert!(!code(&text).contains(banned), "{} names {banned}", path.display());
            }
        }
    }
}

#[test]
fn only_one_file_touches_local_storage() {
    for (path, text) in sources() {
        if !path.ends_with("storage/local.rs") {
            assert!(
                !text.contains("local_storage()") && !text.contains("gloo_storage"),
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn every_file_says_first_what_it_is() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{}", path.display());
    }
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    let mut long = Vec::new();
    for (path, text) in sources() {
        // A data table is rows of literals, not code.
        if path.ends_with("exercise/catalogue.rs") {
            continue;
        }
        let mut in_table = false;
        let mut lines = 0;
        for line in code(&text).lines().map(str::trim) {
            if line.starts_with("words!(") || line.starts_with("mod plain {") {
                in_table = true;
            }
            if !in_table && !line.is_empty() && !line.starts_with("//") {
                lines += 1;
            }
            if line == "]);" || line.ends_with("]);") || line == "}" {
                in_table = false;
            }
        }
        if lines > LINES_MAX {
            long.push(format!("{} has {lines}", path.display()));
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn banned_text_stands_nowhere() {
    let banned = [
        "href=\"#",
        "url(#",
        "<A ",
        "LocalStorage::clear",
        "get_all",
        "with_handle()",
        "inner_html",
        "todo!(",
        "unimplemented!(",
        "style=\"",
    ];
    for (path, text) in sources() {
        for word in banned {
            assert!(!code(&text).contains(word), "{} holds {word}", path.display());
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for style in std::fs::read_dir(root.join("style")).unwrap() {
        let text = std::fs::read_to_string(style.unwrap().path()).unwrap();
        assert!(!text.contains("url(") && !text.contains("@import"));
    }
}

#[test]
fn names_say_what_things_are() {
    for (path, _) in sources() {
        for part in path.iter().map(|part| part.to_string_lossy().replace(".rs", "")) {
            let vague =
                ["utils", "util", "helpers", "common", "manager", "misc", "service", "models", "types"];
            assert!(!vague.contains(&part.as_str()), "{}", path.display());
        }
    }
}
