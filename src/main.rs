//! Mounts the app, and says where its pages are cut off from the first load; nothing else.
//!
//! What only a function marked `wasm_split` leads to becomes a file of its own (`tools/split.sh`). Such a
//! function hands out how its pages are drawn: once it has come, drawing waits for nothing any more.

use legwork::app::chunks::{Draw, Fetch, Pages};
use legwork::app::mirror;
use legwork::pages;
use legwork::routes::Chunk;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

#[wasm_split(session, fallible, wasm_split_path = ::leptos::wasm_split)]
fn session() -> Result<Draw, SplitLoaderError> {
    Ok(pages::running)
}

#[wasm_split(plan, fallible, wasm_split_path = ::leptos::wasm_split)]
fn plan() -> Result<Draw, SplitLoaderError> {
    Ok(pages::planned)
}

#[wasm_split(progress, fallible, wasm_split_path = ::leptos::wasm_split)]
fn progress() -> Result<Draw, SplitLoaderError> {
    Ok(pages::progressed)
}

#[wasm_split(verdict, fallible, wasm_split_path = ::leptos::wasm_split)]
fn verdict() -> Result<Draw, SplitLoaderError> {
    Ok(pages::judged)
}

#[wasm_split(record, fallible, wasm_split_path = ::leptos::wasm_split)]
fn record() -> Result<Draw, SplitLoaderError> {
    Ok(pages::record)
}

#[wasm_split(more, fallible, wasm_split_path = ::leptos::wasm_split)]
fn more() -> Result<Draw, SplitLoaderError> {
    mirror::take(mirror::hands());
    Ok(pages::more)
}

fn fetch(chunk: Chunk) -> Fetch {
    Box::pin(async move {
        match chunk {
            Chunk::Session => session().await.ok(),
            Chunk::Plan => plan().await.ok(),
            Chunk::Progress => progress().await.ok(),
            Chunk::Verdict => verdict().await.ok(),
            Chunk::Record => record().await.ok(),
            Chunk::More => more().await.ok(),
        }
    })
}

fn main() {
    legwork::platform::crash::watch();
    legwork::app::start(Pages { first: pages::first, fetch });
}
