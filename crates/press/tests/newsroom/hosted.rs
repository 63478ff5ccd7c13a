//! The site on nginx and Caddy, with the very files of `docs/hosting`.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use press::hosting::Keep;
use press::pictures::Settings;
use press::run::{Wish, build};
use serde_json::json;

use crate::desk::{Desk, article};
use crate::tool;

/// A server of others, which ends with the test.
struct Server {
    process: Child,
    port: u16,
    root: PathBuf,
}

/// What a server answers, its header names in small letters.
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Server {
    fn start(command: &mut Command, port: u16, root: PathBuf) -> Self {
        let process = command.stdin(Stdio::null()).stdout(Stdio::null());
        let mut process = process.stderr(Stdio::null()).spawn().expect("it starts");
        let end = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = process.try_wait().expect("its state");
            assert!(ended.is_none() && Instant::now() < end, "{command:?}: {ended:?}");
            std::thread::sleep(Duration::from_millis(30));
        }
        Self { process, port, root }
    }

    fn get(&self, path: &str) -> Answer {
        get(self.port, "GET", path, "Host: bao.example")
    }

    /// What must hold on any host: every file with the headers that `_headers` and the table name,
    /// pages by their folders, and what is not there in words.
    fn hold(&self) {
        let all = common(&self.root);
        assert_eq!(all.len(), 3, "{all:?}");
        let names = names(&self.root, &self.root);
        for name in names.iter().filter(|name| !name.starts_with('_')) {
            let path = name.strip_suffix("index.html").unwrap_or(name);
            let answer = self.get(&format!("/{}", encoded(path)));
            assert_eq!(answer.status, 200, "{name}");
            for (header, value) in &all {
                assert_eq!(answer.header(header), Some(value.as_str()), "{name}: {header}");
            }
            let keep = Keep::of(name).cache_control();
            assert_eq!(answer.header("cache-control"), Some(keep), "{name}");
            let kind = answer.header("content-type").unwrap_or_default();
            assert!(fits(name, kind), "{name}: {kind}");
            assert!(answer.header("etag").is_some(), "{name}");
        }
        let missing = fs::read(self.root.join("404.html")).expect("a page");
        let gone =
            ["/khong-co/", "/tin/khong-co-1/", "/app/app-0123456789abcdef.wasm", "/img/x.jpg"];
        for path in gone.into_iter().chain(["/_headers", "/_redirects", "/.press-manifest.json"]) {
            let answer = self.get(path);
            assert_eq!(answer.status, 404, "{path}");
            assert!(answer.body == missing, "{path}: not our page");
            assert_eq!(
                answer.header("cache-control"),
                Some(Keep::Minute.cache_control()),
                "{path}"
            );
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        }
        let folder = self.get("/du-lich");
        assert!([301, 308].contains(&folder.status), "{}", folder.status);
        let to = folder.header("location").expect("an address");
        assert!(to == "/du-lich/" || to == "du-lich/", "{to}");
    }
}

/// Asks a server on this machine, with these headers.
pub fn get(port: u16, method: &str, path: &str, headers: &str) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    let ask = format!(
        "{method} {path} HTTP/1.1\r\n{headers}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(ask.as_bytes()).expect("a request");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    let at = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8_lossy(&answer[..at]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let headers = lines.filter_map(|line| line.split_once(": "));
    Answer {
        status: status.and_then(|status| status.parse().ok()).expect("a status"),
        headers: headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect(),
        body: answer[at + 4..].to_vec(),
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; a test that fails must still tell its own failure.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// The names of all files below a folder.
pub fn names(root: &Path, folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let inner = entries.flat_map(|entry| match entry.path() {
        path if path.is_dir() => names(root, &path),
        path => vec![path.strip_prefix(root).expect("inside").to_string_lossy().into_owned()],
    });
    inner.collect()
}

/// What `_headers` says of every file.
fn common(root: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(root.join("_headers")).expect("_headers");
    let lines = text.lines().skip(1).take_while(|line| line.starts_with(' '));
    let header = |line: &str| {
        let (name, value) = line.trim().split_once(": ")?;
        Some((name.to_lowercase(), value.to_owned()))
    };
    lines.filter_map(header).collect()
}

/// A path as addresses have it.
pub fn encoded(path: &str) -> String {
    let letter = |byte: u8| match byte {
        b'%' => "%25".to_owned(),
        b'!'..=b'~' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    path.bytes().map(letter).collect()
}

/// Where hosts differ in words (`text/xml` and `application/xml`), both are good.
fn fits(name: &str, kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default();
    let good: &[&str] = match name.rsplit('.').next().unwrap_or_default() {
        "html" => &["text/html"],
        "css" => &["text/css"],
        "js" => &["text/javascript", "application/javascript"],
        "json" => &["application/json"],
        "wasm" => &["application/wasm"],
        "webmanifest" => &["application/manifest+json"],
        "xml" => &["text/xml", "application/xml"],
        "png" => &["image/png"],
        "webp" => &["image/webp"],
        "svg" => &["image/svg+xml"],
        "vtt" => &["text/vtt"],
        "woff2" => &["font/woff2"],
        _ => return !kind.is_empty(),
    };
    good.contains(&kind)
}

fn desk() -> Desk {
    let moved = json!({"aliases": ["/cũ/bài hai/"], "section": "du-lich"});
    let captions = json!([{"lang": "vi", "src": "video/vi.vtt"}]);
    let shown = json!({"body": [
        {"type": "image", "src": "img/ảnh.png"},
        {"type": "video", "src": "video/vi.mp4", "captions": captions},
    ]});
    let desk = Desk::new(&[article("1", moved), article("2", shown)]);
    desk.picture("img/ảnh.png");
    desk.put(&article("3", json!({"cover": {"src": "img/ảnh.png"}})));
    desk.write("content/video/vi.vtt", "WEBVTT");
    // A face by its first bytes: Caddy looks at them where it does not know the name.
    desk.write("app/style/fonts/x.woff2", "wOF2 font");
    // Pictures as readers get them, which are kept for ever.
    let wish = Wish { pictures: Some(Settings { fast: true }), ..desk.wish() };
    build(&desk.content(), &desk.site(), &desk.app(), &wish).expect("a site");
    let site = names(&desk.site(), &desk.site());
    assert!(site.iter().any(|name| name.starts_with("img/_")), "{site:?}");
    desk
}

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    listener.local_addr().expect("an address").port()
}

#[test]
fn nginx_serves_the_site_as_the_docs_say() {
    let Some(nginx) = tool::find("nginx") else { return };
    let (desk, port) = (desk(), free_port());
    let place = desk.root.path().to_string_lossy().into_owned();
    let ours = include_str!("../../../../docs/hosting/nginx.conf")
        .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
        .replace("root /srv/bao;", &format!("root {place}/site;"));
    assert!(ours.contains(&place) && !ours.contains("listen 80"));
    let scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {place}/nginx-{kind};\n"))
        .concat();
    let whole = format!(
        "daemon off;\nmaster_process off;\npid {place}/nginx.pid;\nerror_log {place}/nginx.log;\n\
         events {{ }}\nhttp {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{scratch}{ours}}}\n"
    );
    desk.write("nginx.conf", &whole);
    let mut command = Command::new(nginx);
    command.args(["-e", &format!("{place}/nginx.log"), "-c", &format!("{place}/nginx.conf")]);
    Server::start(&mut command, port, desk.site()).hold();
}

#[test]
fn caddy_serves_the_site_as_the_docs_say() {
    let Some(caddy) = tool::find("caddy") else { return };
    let (desk, port) = (desk(), free_port());
    let place = desk.root.path().to_string_lossy().into_owned();
    let ours = include_str!("../../../../docs/hosting/Caddyfile")
        .replace("bao.example {", &format!("http://bao.example:{port} {{\n\tbind 127.0.0.1"))
        .replace("root * /srv/bao", &format!("root * {place}/site"));
    assert!(ours.contains(&place) && ours.contains("bind"));
    let general = "{\n\tadmin off\n\tauto_https off\n}\n";
    desk.write("Caddyfile", &format!("{general}{ours}"));
    let mut command = Command::new(caddy);
    let file = format!("{place}/Caddyfile");
    command.args(["run", "--adapter", "caddyfile", "--config", &file]).env("HOME", &place);
    command.env("XDG_DATA_HOME", &place).env("XDG_CONFIG_HOME", &place);
    Server::start(&mut command, port, desk.site()).hold();
}
