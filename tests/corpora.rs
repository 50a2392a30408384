//! Every decoder is given its whole corpus: what the fuzzer started from and what it has found.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod decoders;

use std::path::Path;

#[test]
fn whatever_the_fuzzer_has_found_still_holds() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = std::fs::read_to_string(fuzz.join("Cargo.toml")).unwrap();
    assert_eq!(manifest.matches("[[bin]]").count(), decoders::ALL.len());
    let (mut files, mut bytes) = (0, 0);
    for (name, decoder) in decoders::ALL {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name} has no target");
        let corpus: Vec<_> = std::fs::read_dir(fuzz.join("corpora").join(name)).unwrap().collect();
        assert!(!corpus.is_empty(), "{name} starts from nothing");
        for entry in corpus {
            let path = entry.unwrap().path();
            println!("{}", path.display());
            let text = std::fs::read(path).unwrap();
            decoder(&text);
            (files, bytes) = (files + 1, bytes + text.len());
        }
    }
    println!("FIGURE fuzz.corpus_files {files}");
    assert!(bytes < 300_000, "{bytes} bytes of corpora are more than a repository should carry");
}
