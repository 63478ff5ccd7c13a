//! What development and tests add: reloads, faults, the log.

mod common;

use std::time::{Duration, Instant};

use common::{Outcome, ask, get, serve, site};
use host::{Fault, On};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

#[tokio::test]
async fn open_pages_hear_of_a_reload() -> Outcome {
    let folder = site()?;
    let server = serve(folder.path(), "/bao/", true).await?;
    let page = get(&server, "/bao/").await?;
    assert!(page.text().contains("<script src=\"/bao/__reload.js\"></script></body>"));
    assert_eq!(page.header("cache-control"), "no-cache");
    assert_eq!(get(&server, "/bao/app/a.wasm").await?.header("cache-control"), "no-cache");
    assert!(get(&server, "/bao/__reload.js").await?.text().contains("EventSource"));

    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).await?;
    stream.write_all(b"GET /bao/__reload HTTP/1.1\r\nHost: a\r\n\r\n").await?;
    let mut heard = String::new();
    let mut chunk = [0; 1_024];
    let mut told = false;
    while !heard.contains("event: reload") {
        let read = timeout(Duration::from_secs(5), stream.read(&mut chunk)).await??;
        heard.push_str(&String::from_utf8_lossy(&chunk[..read]));
        if !told && heard.contains("\r\n\r\n") {
            server.reload();
            told = true;
        }
    }
    assert!(heard.contains("text/event-stream"));
    Ok(())
}

#[tokio::test]
async fn a_site_at_rest_has_no_reload() -> Outcome {
    let folder = site()?;
    let server = serve(folder.path(), "/", false).await?;
    assert!(!get(&server, "/").await?.text().contains("__reload"));
    assert_eq!(get(&server, "/__reload").await?.status, 404);
    Ok(())
}

#[tokio::test]
async fn faults_make_single_addresses_fail() -> Outcome {
    let folder = site()?;
    let server = serve(folder.path(), "/", false).await?;
    let faults = server.faults();
    let json = "/content/site.json";

    faults.times(1, On::end(".json"), Fault::Status(503));
    assert_eq!(get(&server, json).await?.status, 503);
    assert_eq!(get(&server, json).await?.status, 200);

    faults.times(1, On::path(json), Fault::Body(b"{".to_vec()));
    let replaced = ask(&server, "GET", json, &["Accept-Encoding: br"]).await?;
    assert_eq!((replaced.status, replaced.text().as_str()), (200, "{"));

    faults.times(1, On::start("/content/"), Fault::CutAfter(5));
    let cut = get(&server, json).await?;
    assert_eq!((cut.status, cut.body.len(), cut.header("content-length")), (200, 5, "1600"));

    faults.times(1, On::All, Fault::Drop);
    assert!(get(&server, json).await.is_err());

    faults.times(1, On::All, Fault::Delay(Duration::from_millis(200)));
    let begun = Instant::now();
    assert_eq!(get(&server, json).await?.status, 200);
    assert!(begun.elapsed() >= Duration::from_millis(200));
    Ok(())
}

#[tokio::test]
async fn the_log_tells_what_was_asked() -> Outcome {
    let folder = site()?;
    let server = serve(folder.path(), "/", false).await?;
    get(&server, "/am-thuc/?a=b").await?;
    ask(&server, "HEAD", "/content/site.json", &["Save-Data: on"]).await?;
    let log = server.log();
    assert_eq!(log.paths(), ["/am-thuc/", "/content/site.json"]);
    let asked = log.all();
    assert_eq!(asked[0].query.as_deref(), Some("a=b"));
    assert_eq!(asked[1].method, "HEAD");
    assert!(asked[1].headers.contains_key("save-data"));
    assert_eq!(log.count(".json"), 1);
    log.forget();
    assert!(log.all().is_empty());
    Ok(())
}
