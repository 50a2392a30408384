//! Fills in the service worker: a digest for every file, and a version that changes when any of them does.

use super::Outcome;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// The base64 SHA-256 of some bytes, as policies and integrity attributes write it.
pub fn sha256(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// Sixteen hexadecimal digits of it, for a file's name.
pub fn short_digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Writes `sw.js` from its template.
pub fn write(staging: &Path, base: &str) -> Outcome<()> {
    let mut files = Vec::new();
    collect(staging, &mut files)?;
    files.sort();
    let mut list = String::new();
    let mut all = String::new();
    for file in &files {
        let url = file.strip_prefix(staging)?.to_string_lossy().replace('\\', "/");
        if !belongs(&url) {
            continue;
        }
        let digest = sha256(&std::fs::read(file)?);
        all.push_str(&format!("{url} {digest}\n"));
        list.push_str(&format!("\n  ['{url}', 'sha256-{digest}'],"));
    }
    let template = staging.join("sw.js");
    let worker = std::fs::read_to_string(&template)?
        .replace("__VERSION__", &short_digest(all.as_bytes()))
        .replace("__BASE__", base)
        .replace("/*__FILES__*/", &format!("{list}\n"));
    std::fs::write(template, worker)?;
    Ok(())
}

/// What an offline start needs. Route files are copies of index.html, which answers for them all.
fn belongs(url: &str) -> bool {
    let copy = url.ends_with("/index.html") || url == "404.html";
    !copy && url != "sw.js" && url != "robots.txt" && url != "icons/maskable.svg"
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_and_the_worker_itself_are_not_precached() {
        assert!(belongs("index.html") && belongs("icons/icon-192.png") && belongs("rescue.html"));
        assert!(!belongs("plan/index.html") && !belongs("404.html") && !belongs("sw.js"));
    }
}
