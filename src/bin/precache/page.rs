//! Finishes index.html: stylesheet, boot script, and a policy that allows only what stands in the page.

use super::Outcome;
use super::worker::sha256;

/// The one policy of Trusted Types there is: it lets the worker's address through and nothing else
/// (`src/platform/offline.rs`). No view and no library makes markup of a text.
const TRUSTED: &str = "legwork-worker";

/// Fills in the two placeholders and adds the policy.
pub fn finish(html: &str, base: &str, style: &str, release: bool) -> Outcome<String> {
    let mut html = without_handle(&without_integrity(html));
    let link = format!(
        "<link rel=\"stylesheet\" href=\"{base}{style}\">\n<script src=\"{base}boot.js\" defer></script>"
    );
    html = html.replacen("<!-- stylesheet -->", &link, 1);
    let mut scripts = String::new();
    for text in inner(&html, "<script type=\"module\"", "</script>") {
        scripts.push_str(&format!(" 'sha256-{}'", sha256(text.as_bytes())));
    }
    let mut styles = String::new();
    for text in inner(&html, "<style", "</style>") {
        styles.push_str(&format!(" 'sha256-{}'", sha256(text.as_bytes())));
    }
    if styles.is_empty() || scripts.is_empty() {
        return Err("index.html has no inline frame style or no start script".into());
    }
    let policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'; require-trusted-types-for 'script'; trusted-types {TRUSTED}\">"
    );
    // A development server rebuilds at will and opens a socket: neither policy nor worker there.
    let head = if release {
        format!("{policy}\n<meta name=\"legwork-worker\" content=\"on\">")
    } else {
        String::new()
    };
    Ok(html.replacen("<!-- policy -->", &head, 1))
}

/// The contents of elements that begin with `open` and have no `src`.
fn inner<'a>(html: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once(open) {
        let Some((attributes, body)) = after.split_once('>') else { break };
        let Some((text, after)) = body.split_once(close) else { break };
        if !attributes.contains("src=") {
            found.push(text);
        }
        rest = after;
    }
    found
}

/// Chromium ignores the digest on a wasm preload and warns about it, and the scripts are made small after
/// their digest was taken; the worker checks every file anyway.
fn without_integrity(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<link rel=\"") {
        let (before, tag_on) = rest.split_at(start);
        out.push_str(before);
        let end = tag_on.find('>').map_or(tag_on.len(), |end| end + 1);
        let (tag, after) = tag_on.split_at(end);
        out.push_str(&strip_attribute(tag, " integrity=\""));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The start script makes the app's bindings a global for whoever wants them: nobody does.
fn without_handle(html: &str) -> String {
    let html = html.replacen(", * as bindings", "", 1).replacen("window.wasmBindings = bindings;", "", 1);
    html.split('\n').filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

fn strip_attribute(tag: &str, opening: &str) -> String {
    match tag.split_once(opening) {
        None => tag.to_owned(),
        Some((before, after)) => {
            let after = after.split_once('"').map_or("", |(_, after)| after);
            format!("{before}{after}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><!-- policy --><style id=x>a{}</style><link rel=\"preload\" href=\"a.wasm\" integrity=\"sha384-x\" as=\"fetch\"><script type=\"module\">go()</script></head><body><!-- stylesheet --></body>";

    #[test]
    fn the_start_script_starts_and_does_nothing_else() {
        let trunk = PAGE.replace("go()", "\nimport init, * as bindings from 'a.js';\nawait init();\n\n\nwindow.wasmBindings = bindings;\n\n\ntell();\n");
        let html = finish(&trunk, "/legwork/", "s.css", true).unwrap();
        assert!(
            html.contains(
                "<script type=\"module\">\nimport init from 'a.js';\nawait init();\ntell();\n</script>"
            ),
            "{html}"
        );
    }

    #[test]
    fn the_policy_names_every_inline_text_and_nothing_unsafe() {
        let html = finish(PAGE, "/legwork/", "s.css", true).unwrap();
        assert!(html.contains(&format!("'sha256-{}'", sha256(b"go()"))));
        assert!(html.contains(&format!("style-src 'self' 'sha256-{}'", sha256(b"a{}"))));
        assert!(html.contains("require-trusted-types-for 'script'; trusted-types legwork-worker\">"));
        assert!(!html.contains("unsafe-inline") && !html.contains("'unsafe-eval'"));
        assert!(!html.contains("integrity") && html.contains("href=\"/legwork/s.css\""));
    }

    #[test]
    fn a_page_without_its_parts_stops_the_build() {
        assert!(finish("<head></head>", "/", "s.css", true).is_err());
    }
}
