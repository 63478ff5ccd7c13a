//! What a browser gets.

mod common;

use common::{Outcome, ask, get, serve, site, write};
use host::{HostError, Options, Server};

#[tokio::test]
async fn files_and_folders_answer_under_any_base() -> Outcome {
    let folder = site()?;
    for base in ["/", "/bao/"] {
        let server = serve(folder.path(), base, false).await?;
        let at = |path: &str| format!("{base}{path}");
        assert_eq!(get(&server, &at("")).await?.text(), "<body>home</body>");
        let section = get(&server, &at("am-thuc/")).await?;
        assert_eq!((section.status, section.text().as_str()), (200, "<body>food</body>"));
        assert_eq!(section.header("content-type"), "text/html; charset=utf-8");
        let bare = get(&server, &at("am-thuc?a=b")).await?;
        assert_eq!((bare.status, bare.header("location")), (301, &*at("am-thuc/?a=b")));
        let gone = get(&server, &at("am-thuc/none/")).await?;
        assert_eq!((gone.status, gone.text().as_str()), (404, "<body>nothing here</body>"));
        assert_eq!(get(&server, &at("img/%E1%BA%A3nh%201.jpg")).await?.text(), "picture");
        server.stop().await;
    }
    Ok(())
}

#[tokio::test]
async fn a_site_under_a_path_owns_nothing_else() -> Outcome {
    let folder = site()?;
    let server = serve(folder.path(), "/bao/", false).await?;
    assert_eq!(get(&server, "/bao").await?.header("location"), "/bao/");
    assert_eq!(get(&server, "/am-thuc/").await?.status, 404);
    assert_eq!(get(&server, "/").await?.status, 404);
    Ok(())
}

#[tokio::test]
async fn nothing_outside_the_folder_or_hidden_in_it_is_served() -> Outcome {
    let folder = site()?;
    let outside = tempfile::tempdir()?;
    write(outside.path(), "secret.txt", b"secret")?;
    #[cfg(unix)]
    std::os::unix::fs::symlink(outside.path().join("secret.txt"), folder.path().join("link.txt"))?;
    let server = serve(folder.path(), "/", false).await?;
    let paths = [
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/am-thuc/..%2f..%2fCargo.toml",
        "/am-thuc/../index.html",
        "/..%5cCargo.toml",
        "/.hidden",
        "/_headers",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/%ff",
        "/link.txt",
        "/content/",
        "/content",
    ];
    for path in paths {
        assert_eq!(get(&server, path).await?.status, 404, "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn only_reading_is_allowed() -> Outcome {
    let folder = site()?;
    let server = serve(folder.path(), "/", false).await?;
    let refused = ask(&server, "POST", "/", &[]).await?;
    assert_eq!((refused.status, refused.header("allow")), (405, "GET, HEAD"));
    let head = ask(&server, "HEAD", "/", &[]).await?;
    assert_eq!((head.status, head.body.len(), head.header("content-length")), (200, 0, "17"));
    Ok(())
}

#[tokio::test]
async fn text_travels_as_brotli_and_ready_made_files_go_as_they_are() -> Outcome {
    let folder = site()?;
    let server = serve(folder.path(), "/", false).await?;
    let brotli = ["Accept-Encoding: gzip, br"];
    let json = ask(&server, "GET", "/content/site.json", &brotli).await?;
    assert_eq!(json.header("content-encoding"), "br");
    assert_eq!(json.header("content-type"), "application/json");
    assert!(json.body.len() < 200, "{} bytes", json.body.len());
    let wasm = ask(&server, "GET", "/app/a.wasm", &brotli).await?;
    assert_eq!((wasm.header("content-encoding"), wasm.text().as_str()), ("br", "ready made"));
    assert!(wasm.header("vary").to_lowercase().contains("accept-encoding"));
    let plain = get(&server, "/app/a.wasm").await?;
    assert_eq!((plain.header("content-encoding"), plain.body.len()), ("", 2_000));
    let film = ask(&server, "GET", "/video/a.webm", &brotli).await?;
    assert_eq!((film.header("content-encoding"), film.text().as_str()), ("", "0123456789"));
    Ok(())
}

#[tokio::test]
async fn a_browser_that_has_the_file_is_told_so() -> Outcome {
    let folder = site()?;
    let server = serve(folder.path(), "/", false).await?;
    for path in ["/content/site.json", "/video/a.webm", "/am-thuc/"] {
        let mark = get(&server, path).await?.header("etag").to_owned();
        let again = ask(&server, "GET", path, &[&format!("If-None-Match: {mark}")]).await?;
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        assert_eq!(again.header("etag"), mark);
        assert_ne!(again.header("cache-control"), "");
    }
    Ok(())
}

#[tokio::test]
async fn players_get_the_part_they_ask_for() -> Outcome {
    let folder = site()?;
    let server = serve(folder.path(), "/", false).await?;
    let part = ask(&server, "GET", "/video/a.webm", &["Range: bytes=2-4"]).await?;
    assert_eq!((part.status, part.text().as_str()), (206, "234"));
    assert_eq!(part.header("content-range"), "bytes 2-4/10");
    let outside = ask(&server, "GET", "/video/a.webm", &["Range: bytes=20-"]).await?;
    assert_eq!((outside.status, outside.header("content-range")), (416, "bytes */10"));
    let changed = ["Range: bytes=2-4", "If-Range: \"other\""];
    assert_eq!(ask(&server, "GET", "/video/a.webm", &changed).await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn the_headers_file_is_honoured() -> Outcome {
    let folder = site()?;
    let server = serve(folder.path(), "/", false).await?;
    let wasm = get(&server, "/app/a.wasm").await?;
    assert_eq!(
        (wasm.header("x-frame-options"), wasm.header("cache-control")),
        ("DENY", "immutable")
    );
    let gone = get(&server, "/none/").await?;
    assert_eq!(gone.header("x-frame-options"), "DENY");
    Ok(())
}

#[tokio::test]
async fn the_headers_file_names_whole_paths() -> Outcome {
    let folder = site()?;
    write(folder.path(), "_headers", b"/bao/app/*\n  Cache-Control: immutable\n")?;
    let server = serve(folder.path(), "/bao/", false).await?;
    let wasm = get(&server, "/bao/app/a.wasm").await?;
    assert_eq!(wasm.header("cache-control"), "immutable");
    Ok(())
}

#[tokio::test]
async fn a_taken_port_a_missing_folder_and_a_wrong_base_are_named() -> Outcome {
    let folder = site()?;
    let server = serve(folder.path(), "/", false).await?;
    let options = |port, base: &str, root: &str| Options {
        root: root.into(),
        base: base.into(),
        port,
        reload: false,
    };
    let root = folder.path().to_string_lossy().into_owned();
    let taken = Server::start(options(Some(server.port()), "/", &root)).await;
    assert!(matches!(taken, Err(HostError::Taken { port }) if port == server.port()));
    let missing = Server::start(options(None, "/", "/no/such/folder")).await;
    assert!(matches!(missing, Err(HostError::Root { .. })));
    let wrong = Server::start(options(None, "bao", &root)).await;
    assert!(matches!(wrong, Err(HostError::Base { .. })));
    Ok(())
}

#[tokio::test]
async fn another_folder_takes_over_at_once_and_the_port_is_free_at_the_end() -> Outcome {
    let (first, second) = (site()?, site()?);
    write(second.path(), "index.html", b"second")?;
    let server = serve(first.path(), "/", false).await?;
    server.set_root(second.path().into());
    assert_eq!(get(&server, "/").await?.text(), "second");
    let port = server.port();
    server.stop().await;
    assert!(tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err());
    Ok(())
}
