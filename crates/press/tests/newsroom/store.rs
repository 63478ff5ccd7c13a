//! An object store that speaks as S3 does, on this machine.

use std::env;
use std::io::{Read, Write, copy};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use press::publish::{Done, PublishError, Target, Wish, publish};

use crate::hosted::{Answer, free_port, get};
use crate::tool;

/// What the store wants of whoever reads what is not public. It looks for a signature and not at it.
const KNOWN: &str = "Host: 127.0.0.1\r\nAuthorization: AWS4-HMAC-SHA256 \
    Credential=for-tests/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0";

/// The store, which ends with the test.
pub struct Store {
    process: Child,
    port: u16,
    /// Where the press asks.
    front: u16,
}

impl Store {
    /// Starts it for a test, with an empty bucket. Credentials come from the environment alone, which a
    /// process cannot change for one of its tests: the test calls itself with them, and the caller gets
    /// none. None as well where no store is installed.
    pub fn start(test: &str) -> Option<Self> {
        if env::var_os("AWS_ACCESS_KEY_ID").is_none() {
            let again = Command::new(env::current_exe().expect("this test"))
                .args(["--exact", test])
                .env("AWS_ACCESS_KEY_ID", "for-tests")
                .env("AWS_SECRET_ACCESS_KEY", "for-tests")
                .env("AWS_REGION", "us-east-1")
                .output()
                .expect("it runs");
            let said = String::from_utf8_lossy(&again.stdout);
            assert!(again.status.success() && said.contains("1 passed"), "{said}");
            return None;
        }
        let moto = tool::find("moto_server")?;
        let port = free_port();
        let mut command = Command::new(moto);
        command.args(["-H", "127.0.0.1", "-p", &port.to_string()]);
        let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut process = quiet.spawn().expect("it starts");
        let end = Instant::now() + Duration::from_secs(60);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = process.try_wait().expect("its state");
            assert!(ended.is_none() && Instant::now() < end, "no object store: {ended:?}");
            thread::sleep(Duration::from_millis(50));
        }
        let store = Self { process, port, front: port };
        assert_eq!(get(port, "PUT", "/bao", KNOWN).status, 200, "no bucket");
        Some(store)
    }

    /// Of every three connections from now on one is told to come back later, and the others are cut off
    /// after a while. Gives how often that was said.
    pub fn be_busy(&mut self) -> Arc<AtomicUsize> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        self.front = listener.local_addr().expect("an address").port();
        let (port, refused) = (self.port, Arc::new(AtomicUsize::new(0)));
        let count = refused.clone();
        thread::spawn(move || {
            for (at, connection) in listener.incoming().flatten().enumerate() {
                let count = count.clone();
                thread::spawn(move || {
                    if at % 3 == 0 {
                        count.fetch_add(1, Ordering::Relaxed);
                        refuse(connection)
                    } else {
                        pass(connection, port)
                    }
                });
            }
        });
        refused
    }

    /// Publishes a site's folder into the folder `to` of the bucket.
    pub fn publish(&self, site: &Path) -> Result<Done, PublishError> {
        let endpoint = Some(format!("http://127.0.0.1:{}", self.front));
        let target = Target::read("s3://bao/to/", endpoint).expect("a target");
        publish(site, &target, Wish::default(), &|_| {})
    }

    /// An object in that folder.
    pub fn object(&self, name: &str) -> Answer {
        get(self.port, "GET", &format!("/bao/to/{name}"), KNOWN)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

fn refuse(mut connection: TcpStream) -> std::io::Result<()> {
    let mut some = [0; 1 << 16];
    let _ = connection.read(&mut some)?;
    connection
        .write_all(b"HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

/// To the store and back, for half a second.
fn pass(connection: TcpStream, port: u16) -> std::io::Result<()> {
    let store = TcpStream::connect(("127.0.0.1", port))?;
    let (mut from, mut to) = (connection.try_clone()?, store.try_clone()?);
    thread::spawn(move || copy(&mut from, &mut to));
    let (mut back, mut client) = (store.try_clone()?, connection.try_clone()?);
    thread::spawn(move || copy(&mut back, &mut client));
    thread::sleep(Duration::from_millis(500));
    store.shutdown(Shutdown::Both)?;
    connection.shutdown(Shutdown::Both)
}
