//! What a newsroom sees while it works: its paper, each change at once, and what is wrong.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::desk::{self, Desk, article};
use press::run::Wish;
use serde_json::json;
use story::time::Time;

struct Serving {
    press: Child,
    port: u16,
}

impl Serving {
    fn new(desk: &Desk) -> Self {
        let root = desk.root.path();
        let mut press = Command::new(env!("CARGO_BIN_EXE_press"))
            .args(["serve".as_ref(), desk.content().as_os_str()])
            .args(["--app".as_ref(), root.join("app").as_os_str()])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        let out = press.stdout.take().expect("its output");
        BufReader::new(out).read_line(&mut line).expect("an address");
        let port = line.rsplit(':').next().and_then(|rest| rest.split('/').next());
        let port = port.and_then(|port| port.parse().ok()).expect("a port");
        Self { press, port }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        let ask = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        stream.write_all(ask.as_bytes()).expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn shows(&self, path: &str, text: &str) -> bool {
        let end = Instant::now() + Duration::from_secs(2);
        while Instant::now() < end {
            if self.get(path).contains(text) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        false
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.press.kill().expect("it ends");
        self.press.wait().expect("it ended");
    }
}

#[test]
fn a_change_shows_within_two_seconds_a_mistake_is_told_and_its_mending_too() {
    let desk = Desk::new(&[article("7", json!({}))]);
    let serving = Serving::new(&desk);
    assert!(serving.shows("/content/articles/7.json", "Bài 7"));
    assert!(serving.get("/tin/bai-7-7/").contains("__reload.js"));
    desk.change("articles/7.json", |article| article["title"] = json!("Tựa khác"));
    assert!(serving.shows("/content/articles/7.json", "Tựa khác"));
    desk.change("articles/7.json", |article| article["title"] = json!(5));
    assert!(serving.shows("/", " title: expected text, found 5"));
    desk.change("articles/7.json", |article| article["title"] = json!("Mended"));
    assert!(serving.shows("/content/articles/7.json", "Mended"));
    std::fs::write(desk.root.path().join("app/style/main.css"), "a{color:#123456}").expect("css");
    let style = || {
        let html = serving.get("/");
        desk::named(&html).into_iter().find(|name| name.ends_with(".css")).expect("a style")
    };
    let end = Instant::now() + Duration::from_secs(2);
    while !serving.get(&style()).contains("#123456") {
        assert!(Instant::now() < end, "the style is not shown");
    }
}

#[test]
fn a_story_that_is_held_back_comes_once_its_time_has() {
    let soon = Time::from_epoch(Wish::clock().epoch() + 10, 0);
    let held = article("9", json!({"published": soon.to_string()}));
    let desk = Desk::new(&[article("7", json!({})), held]);
    let serving = Serving::new(&desk);
    assert!(serving.shows("/content/articles/7.json", "Bài 7"));
    assert!(!serving.get("/content/articles/9.json").contains("Bài 9"), "before its time");
    while Wish::clock().epoch() <= soon.epoch() {
        std::thread::sleep(Duration::from_millis(100));
    }
    desk.change("articles/7.json", |article| article["title"] = json!("Tựa khác"));
    assert!(serving.shows("/content/articles/9.json", "Bài 9"));
}
