//! Work that goes on by itself, that can be ended, or that waits for something.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use wasm_bindgen_futures::spawn_local;

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// Work under way, to be ended before its time.
pub struct Task(Rc<Slot>);

struct Slot {
    work: Cell<Option<Work>>,
    ended: Cell<bool>,
}

impl Task {
    /// Begins work.
    #[must_use]
    pub fn begin(work: Work) -> Self {
        let slot = Rc::new(Slot { work: Cell::new(Some(work)), ended: Cell::new(false) });
        spawn_local(poll_fn({
            let slot = Rc::clone(&slot);
            move |context| slot.poll(context)
        }));
        Self(slot)
    }

    /// Ends it where it stands: whatever it waits for is no longer wanted.
    pub fn end(self) {
        self.0.ended.set(true);
        drop(self.0.work.take());
    }
}

impl Slot {
    fn poll(&self, context: &mut Context<'_>) -> Poll<()> {
        // Out of the slot meanwhile: the work may end itself.
        let Some(mut work) = self.work.take() else { return Poll::Ready(()) };
        if work.as_mut().poll(context).is_ready() || self.ended.get() {
            return Poll::Ready(());
        }
        self.work.set(Some(work));
        Poll::Pending
    }
}

/// A gate that opens once; whoever comes later goes straight through.
#[derive(Clone, Default)]
pub struct Gate(Rc<Posts>);

#[derive(Default)]
struct Posts {
    open: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
}

impl Gate {
    /// Opens it.
    pub fn open(&self) {
        self.0.open.set(true);
        for waker in self.0.waiting.take() {
            waker.wake();
        }
    }

    /// Waits for its opening.
    pub async fn passed(&self) {
        poll_fn(|context| self.pass(context)).await;
    }

    fn pass(&self, context: &mut Context<'_>) -> Poll<()> {
        if self.0.open.get() {
            return Poll::Ready(());
        }
        self.0.waiting.borrow_mut().push(context.waker().clone());
        Poll::Pending
    }
}

/// Waits for both at a time.
pub async fn both<A, B>(first: impl Future<Output = A>, second: impl Future<Output = B>) -> (A, B) {
    let (mut first, mut second) = (std::pin::pin!(first), std::pin::pin!(second));
    let (mut a, mut b) = (None, None);
    poll_fn(|context| {
        if a.is_none()
            && let Poll::Ready(value) = first.as_mut().poll(context)
        {
            a = Some(value);
        }
        if b.is_none()
            && let Poll::Ready(value) = second.as_mut().poll(context)
        {
            b = Some(value);
        }
        match (a.take(), b.take()) {
            (Some(one), Some(other)) => Poll::Ready((one, other)),
            (one, other) => {
                (a, b) = (one, other);
                Poll::Pending
            }
        }
    })
    .await
}
