//! A small site, and a client that shows exactly what comes over the wire.
#![allow(dead_code, reason = "each test file uses its part")]

use std::{error::Error, fs, path::Path};

use host::{Options, Server};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// What a test may end with.
pub type Outcome = Result<(), Box<dyn Error>>;

/// A file under a folder, its folders made.
pub fn write(root: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let file = root.join(name);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes)
}

/// A site of a few files.
pub fn site() -> std::io::Result<TempDir> {
    let folder = tempfile::tempdir()?;
    let root = folder.path();
    write(root, "index.html", b"<body>home</body>")?;
    write(root, "404.html", b"<body>nothing here</body>")?;
    write(root, "am-thuc/index.html", b"<body>food</body>")?;
    write(root, "content/site.json", "{\"name\":\"Trang\"}".repeat(100).as_bytes())?;
    write(root, "video/a.webm", b"0123456789")?;
    write(root, "app/a.wasm", &[0; 2_000])?;
    write(root, "app/a.wasm.br", b"ready made")?;
    write(root, "img/\u{1ea3}nh 1.jpg", b"picture")?;
    write(root, "_headers", b"/*\n  X-Frame-Options: DENY\n/app/*\n  Cache-Control: immutable\n")?;
    write(root, ".hidden", b"secret")?;
    Ok(folder)
}

/// A server over a folder.
pub async fn serve(root: &Path, base: &str, reload: bool) -> Result<Server, host::HostError> {
    Server::start(Options { root: root.into(), base: base.into(), port: None, reload }).await
}

/// An answer, taken apart.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// A header's value, or nothing.
    pub fn header(&self, name: &str) -> &str {
        let line = self.head.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim())
        });
        line.unwrap_or_default()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Sends one request and reads until the server closes.
pub async fn ask(
    server: &Server,
    method: &str,
    path: &str,
    headers: &[&str],
) -> Result<Answer, Box<dyn Error>> {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).await?;
    let more: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
    let request = format!("{method} {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{more}\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut bytes = Vec::new();
    // A connection that is broken off on purpose still has what came before.
    let _broken = stream.read_to_end(&mut bytes).await;
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or("no answer")?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).ok_or("no status")?.parse()?;
    Ok(Answer { status, head, body: bytes[end + 4..].to_vec() })
}

/// A plain GET.
pub async fn get(server: &Server, path: &str) -> Result<Answer, Box<dyn Error>> {
    ask(server, "GET", path, &[]).await
}
