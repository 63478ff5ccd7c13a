use std::cell::{Cell, RefCell};
use std::rc::Rc;

use story::json::{Mistake, Read};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;

use super::{Failure, http, json, memory::Memory, retry};
use crate::browser::{self, Gate};

/// How many files stay in memory: some pages back, and what was fetched ahead.
const FILES_HELD: usize = 30;

/// Asks for the paper's files. One for the whole app; clones share everything.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

struct Inner {
    /// The sub-path, with a slash at both ends.
    root: String,
    memory: RefCell<Memory<JsValue>>,
    /// Files whose last answer was no good: the browser's own copy of them is not trusted.
    doubted: RefCell<Vec<String>>,
    flights: RefCell<Vec<Flight>>,
    started: Cell<u32>,
}

/// A request under way. Whoever wants the same file waits for it, too.
struct Flight {
    file: String,
    /// Tells it from a later one for the same file.
    number: u32,
    outcome: Outcome,
    abort: AbortController,
    wanted_by: usize,
}

/// What a request comes to.
#[derive(Clone, Default)]
struct Outcome {
    came: Gate,
    what: Rc<RefCell<Option<Result<JsValue, Failure>>>>,
}

/// How old an answer may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Age {
    /// As old as it is: articles and closed parts of an archive.
    Any,
    /// At most this old, in ms; older ones are asked again.
    AtMost(f64),
}

impl Client {
    /// A client of the site under this sub-path (`/`, `/bao/`).
    #[must_use]
    pub fn new(root: String) -> Self {
        Self(Rc::new(Inner {
            root,
            memory: RefCell::new(Memory::new(FILES_HELD)),
            doubted: RefCell::default(),
            flights: RefCell::default(),
            started: Cell::default(),
        }))
    }

    /// The file of this name (`content/…`), read into its type.
    ///
    /// Dropping the future, when the file is no longer wanted, aborts the request, unless somebody
    /// else waits for it.
    ///
    /// # Errors
    /// A [`Failure`] after the last attempt that had a chance.
    pub async fn get<T: Read>(&self, file: &str, age: Age) -> Result<T, Failure> {
        let json = self.json(file, age).await?;
        let value = read(file, &json);
        if value.is_err() {
            // Kept, it would answer every further attempt.
            self.0.memory.borrow_mut().forget(file);
            self.0.doubt(file);
        }
        value
    }

    /// Brings a file into memory for later; failures stay silent.
    pub fn prefetch(&self, file: &str) {
        if !self.0.memory.borrow().holds(file)
            && let Ok((_, wanted)) = self.join(file, self.0.doubts(file))
        {
            // A wish that nobody takes back. Whoever really needs the file asks again, and says
            // then what went wrong.
            std::mem::forget(wanted);
        }
    }

    // Not generic, so that the app holds it once and not once a type.
    async fn json(&self, file: &str, age: Age) -> Result<JsValue, Failure> {
        let since = match age {
            Age::Any => f64::NEG_INFINITY,
            Age::AtMost(ms) => browser::now_ms() - ms,
        };
        if let Some(json) = self.0.memory.borrow_mut().get(file, since) {
            return Ok(json);
        }
        // What was fetched before and grew old is asked for anew; the first time, the browser's
        // own copy is as good as its headers say, and what the page preloaded is used.
        let fresh = self.0.memory.borrow().holds(file) || self.0.doubts(file);
        let (outcome, wanted) = self.join(file, fresh)?;
        outcome.came.passed().await;
        drop(wanted);
        let what = outcome.what.borrow().clone();
        what.unwrap_or(Err(Failure::Offline))
    }

    /// Joins the request under way for this file, or starts one.
    fn join(&self, file: &str, fresh: bool) -> Result<(Outcome, Wanted), Failure> {
        let wanted = |number| Wanted { inner: Rc::clone(&self.0), number };
        let mut flights = self.0.flights.borrow_mut();
        if let Some(flight) = flights.iter_mut().find(|flight| flight.file == file) {
            flight.wanted_by += 1;
            return Ok((flight.outcome.clone(), wanted(flight.number)));
        }
        let abort = AbortController::new().map_err(|_| Failure::Offline)?;
        let outcome = Outcome::default();
        let number = self.0.started.get() + 1;
        self.0.started.set(number);
        flights.push(Flight {
            file: file.to_owned(),
            number,
            outcome: outcome.clone(),
            abort: abort.clone(),
            wanted_by: 1,
        });
        let (inner, name, came) = (Rc::clone(&self.0), file.to_owned(), outcome.clone());
        spawn_local(async move {
            let result = attempts(&format!("{}{name}", inner.root), fresh, &abort).await;
            match &result {
                Ok(json) => {
                    inner.doubted.borrow_mut().retain(|there| *there != name);
                    inner.memory.borrow_mut().put(name, json.clone(), browser::now_ms());
                }
                Err(_) => inner.doubt(&name),
            }
            *came.what.borrow_mut() = Some(result);
            inner.land(number);
            came.came.open();
        });
        Ok((outcome, wanted(number)))
    }
}

impl Inner {
    /// Takes this very request off the list; a later one for the same file stays.
    fn land(&self, number: u32) -> Option<Flight> {
        let mut flights = self.flights.borrow_mut();
        let at = flights.iter().position(|flight| flight.number == number)?;
        Some(flights.swap_remove(at))
    }

    fn doubts(&self, file: &str) -> bool {
        self.doubted.borrow().iter().any(|there| there == file)
    }

    fn doubt(&self, file: &str) {
        if !self.doubts(file) {
            self.doubted.borrow_mut().push(file.to_owned());
        }
    }
}

/// Counts one who waits; the last one to give up aborts the request.
struct Wanted {
    inner: Rc<Inner>,
    number: u32,
}

impl Drop for Wanted {
    fn drop(&mut self) {
        let mut flights = self.inner.flights.borrow_mut();
        let Some(flight) = flights.iter_mut().find(|flight| flight.number == self.number) else {
            return;
        };
        flight.wanted_by -= 1;
        if flight.wanted_by == 0 {
            drop(flights);
            if let Some(flight) = self.inner.land(self.number) {
                flight.abort.abort();
            }
        }
    }
}

/// Asks until it goes well, cannot go well, or is no longer wanted.
async fn attempts(url: &str, fresh: bool, abort: &AbortController) -> Result<JsValue, Failure> {
    let mut attempt = 0;
    loop {
        // What failed may lie in the browser's own copies by now.
        let failure = match timed(url, fresh || attempt > 0, abort).await {
            Ok(json) => return Ok(json),
            Err(failure) => failure,
        };
        let wait = retry::wait_after(failure, attempt).filter(|_| !abort.signal().aborted());
        let Some(wait) = wait else { return Err(failure) };
        browser::pause(wait).await;
        if abort.signal().aborted() {
            return Err(failure);
        }
        attempt += 1;
    }
}

/// Asks once, and gives up when it takes too long.
async fn timed(url: &str, fresh: bool, abort: &AbortController) -> Result<JsValue, Failure> {
    // Its own controller: a timeout ends this attempt, not the wish for the file.
    let attempt = AbortController::new().map_err(|_| Failure::Offline)?;
    let late = browser::after(retry::TIMEOUT_MS, {
        let attempt = attempt.clone();
        move || attempt.abort()
    });
    let given_up = browser::on_abort(&abort.signal(), {
        let attempt = attempt.clone();
        move || attempt.abort()
    });
    let answer = http::ask(url, fresh, &attempt.signal()).await;
    drop(late);
    drop(given_up);
    match answer {
        Err(_) if attempt.signal().aborted() => Err(Failure::TimedOut),
        answer => answer,
    }
}

fn read<T: Read>(file: &str, value: &JsValue) -> Result<T, Failure> {
    story::json::read(json::json(value)).map_err(|mistake| told(file, &mistake))
}

/// Tells whoever looks after the paper, and says what to tell the reader.
fn told(file: &str, mistake: &Mistake) -> Failure {
    browser::warn(&format!("{file}: {mistake}"));
    if mistake.is_of_version() { Failure::UnknownVersion } else { Failure::WrongData }
}
