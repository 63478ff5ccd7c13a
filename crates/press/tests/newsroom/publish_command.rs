//! What `press publish` tells, and whom it asks.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::thread;

use serde_json::{Value, json};

use crate::desk::{Desk, article};
use crate::hosted::names;

#[test]
fn what_came_of_it_is_told_as_json_and_nothing_else_is_said() {
    let desk = Desk::new(&[article("7", json!({}))]);
    desk.build().expect("a site");
    let there = desk.root.path().join("there").display().to_string();
    let press = |args: &[&str]| {
        let site = desk.site().display().to_string();
        let out = Command::new(env!("CARGO_BIN_EXE_press"))
            .env_clear()
            .args(["publish", &site, "--json"])
            .args(args)
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(said.is_empty(), "{said}");
        let told: Value = serde_json::from_slice(&out.stdout).expect("JSON");
        (out.status.code(), told)
    };
    let all = names(&desk.site(), &desk.site()).len();
    let (code, told) = press(&[&there, "--dry-run"]);
    assert_eq!((code, &told["published"]), (Some(0), &json!(false)));
    assert_eq!(told["files"].as_array().expect("files").len(), all);
    assert!(
        told["files"]
            .as_array()
            .expect("files")
            .contains(&json!({"what": "new", "file": "index.html"}))
    );
    for (sent, same) in [(all, 0), (0, all)] {
        let (code, told) = press(&[&there]);
        assert_eq!((code, &told["published"]), (Some(0), &json!(true)));
        assert_eq!((&told["sent"], &told["same"]), (&json!(sent), &json!(same)));
        assert_eq!(told["target"], json!(there));
    }
    let (code, told) = press(&["ftp://x"]);
    assert_eq!((code, &told["published"]), (Some(1), &json!(false)));
    assert!(told["error"].as_str().is_some_and(|why| why.contains("s3://BUCKET")), "{told}");
}

/// A store's address in clear text, named by the variable alone.
#[test]
fn a_store_that_a_variable_names_is_asked() {
    let desk = Desk::new(&[article("7", json!({}))]);
    desk.build().expect("a site");
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let asked = thread::spawn(move || {
        let (mut connection, _) = listener.accept().expect("somebody asks");
        let mut some = [0; 1 << 12];
        let read = connection.read(&mut some).expect("a request");
        let no = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        connection.write_all(no.as_bytes()).expect("an answer");
        String::from_utf8_lossy(&some[..read]).into_owned()
    });
    let out = Command::new(env!("CARGO_BIN_EXE_press"))
        .env_clear()
        .env("AWS_ACCESS_KEY_ID", "for-tests")
        .env("AWS_SECRET_ACCESS_KEY", "for-tests")
        .env("AWS_ENDPOINT_URL", format!("http://127.0.0.1:{port}"))
        .args(["publish", &desk.site().display().to_string(), "s3://bao", "--dry-run"])
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&out.stderr);
    // Nobody else asks: without this the one who waits would wait for ever.
    drop(TcpStream::connect(("127.0.0.1", port)));
    assert!(asked.join().expect("a request").starts_with("GET /bao/.press-manifest"), "{said}");
    assert_eq!(out.status.code(), Some(1));
}
