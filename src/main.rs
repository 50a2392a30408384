//! Mounts the app, and says where its pages are cut off from the first load; nothing else.
//!
//! What only a function marked `wasm_split` leads to becomes a file of its own (`tools/split.sh`). Such a
//! function hands out how its pages are drawn: once it has come, drawing waits for nothing any more.

use legwork::app::chunks::{Draw, Fetch, Pages};
use legwork::pages;
use legwork::routes::Chunk;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

#[wasm_split(session, fallible, wasm_split_path = ::leptos::wasm_split)]
fn session() -> Result<Draw, SplitLoaderError> {
    Ok(pages::running)
}

#[wasm_split(tools, fallible, wasm_split_path = ::leptos::wasm_split)]
fn tools() -> Result<Draw, SplitLoaderError> {
    Ok(pages::tools)
}

#[wasm_split(front, fallible, wasm_split_path = ::leptos::wasm_split)]
fn front() -> Result<Draw, SplitLoaderError> {
    Ok(pages::front)
}

#[wasm_split(record, fallible, wasm_split_path = ::leptos::wasm_split)]
fn record() -> Result<Draw, SplitLoaderError> {
    Ok(pages::record)
}

#[wasm_split(history, fallible, wasm_split_path = ::leptos::wasm_split)]
fn history() -> Result<Draw, SplitLoaderError> {
    Ok(pages::history)
}

#[wasm_split(edit, fallible, wasm_split_path = ::leptos::wasm_split)]
fn edit() -> Result<Draw, SplitLoaderError> {
    Ok(pages::edit)
}

#[wasm_split(more, fallible, wasm_split_path = ::leptos::wasm_split)]
fn more() -> Result<Draw, SplitLoaderError> {
    Ok(pages::more)
}

#[wasm_split(import, fallible, wasm_split_path = ::leptos::wasm_split)]
fn import() -> Result<Draw, SplitLoaderError> {
    Ok(pages::import)
}

fn fetch(chunk: Chunk) -> Fetch {
    Box::pin(async move {
        match chunk {
            Chunk::Session => session().await.ok(),
            Chunk::Tools => tools().await.ok(),
            Chunk::Front => front().await.ok(),
            Chunk::Record => record().await.ok(),
            Chunk::History => history().await.ok(),
            Chunk::Edit => edit().await.ok(),
            Chunk::More => more().await.ok(),
            Chunk::Import => import().await.ok(),
        }
    })
}

fn main() {
    legwork::platform::crash::watch();
    legwork::app::start(Pages { first: pages::first, fetch });
}
