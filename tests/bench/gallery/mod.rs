//! Our galleries and rail against PhotoSwipe and Embla: the same story of forty pictures, in one
//! run, alternating. Of the pair nothing is in the repository or in a site: their files come from
//! npm's folder in the cache.

mod long;
mod look;
mod record;
mod side;
mod story;
mod weight;

use e2e::Outcome;

use crate::say;
pub use record::record;
use side::Side;

/// How often each page is looked at.
const ROUNDS: usize = 3;

/// What was found of one side.
#[derive(Debug)]
pub struct Found {
    side: Side,
    looks: Vec<look::Look>,
    heap: look::Heap,
    weight: weight::Weight,
}

/// What was measured.
#[derive(Debug)]
pub struct Galleries {
    sides: Vec<Found>,
    long: long::Long,
}

/// Looks at both, in turns, and goes our own long ways.
pub async fn measure() -> Outcome<Galleries> {
    let long = long::measure().await?;
    say(&format!("{long:?}"));
    Ok(Galleries { sides: both().await?, long })
}

async fn both() -> Outcome<Vec<Found>> {
    let story = story::lay_out()?;
    let mut all = Vec::new();
    for side in [Side::Ours, Side::Pair] {
        let root = story.folder(side);
        let weight = weight::weigh(side, root)?;
        // First, so that the server has packed its files and the system read them.
        let heap = look::heap(side, root, &story.path).await?;
        say(&format!("{:20} {weight:?} {heap:?}", side.name()));
        all.push(Found { side, looks: Vec::new(), heap, weight });
    }
    for _ in 0..ROUNDS {
        for found in &mut all {
            let look = look::once(found.side, story.folder(found.side), &story.path).await?;
            say(&format!("{:20} {look:?}", found.side.name()));
            found.looks.push(look);
        }
    }
    Ok(all)
}
