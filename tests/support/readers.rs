//! Programs of other people that read what is written here. Where one is not installed, the test says so and passes.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Returns the first of these programs that is installed; says so where none is.
pub fn installed(names: &[&'static str]) -> Option<&'static str> {
    let is_there = |name: &&&str| {
        let folders = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&folders).any(|folder| folder.join(name).is_file())
    };
    let found = names.iter().find(is_there).copied();
    if found.is_none() {
        eprintln!("skipped: none of {names:?} is installed");
    }
    found
}

/// Reads a text with the XML parser of Python, and returns how often each element occurs, one in a line as `NAME COUNT`; `None`
/// where there is no Python.
pub fn xml_elements(text: &[u8]) -> Option<String> {
    const PROGRAM: &str = "import sys, collections, xml.etree.ElementTree as tree\nfound = \
                           collections.Counter(e.tag.split('}')[-1] for e in \
                           tree.fromstring(sys.stdin.buffer.read()).iter())\nprint('\\n'.join(f'{k} {v}' for k, v in \
                           sorted(found.items())))";
    let python = installed(&["python3"])?;
    let mut child =
        Command::new(python).args(["-c", PROGRAM]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(text).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "no XML: {}", String::from_utf8_lossy(text));
    Some(String::from_utf8(output.stdout).unwrap())
}

/// Runs a browser without a window on a page, with nothing of its own to ask the net for; `None` where there is no browser.
pub fn browser(folder: &Path, arguments: &[&str], page: &Path) -> Option<Output> {
    let program = installed(&["chromium", "chromium-browser", "google-chrome"])?;
    let output = Command::new(program)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        .args(["--disable-component-update", "--disable-sync", "--no-first-run", "--enable-logging=stderr"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .args(arguments)
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(output)
}

/// Returns the text of a PDF file; `None` where there is nothing to read it with.
pub fn pdf_text(path: &Path) -> Option<String> {
    let program = installed(&["pdftotext"])?;
    let output = Command::new(program).arg(path).arg("-").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
