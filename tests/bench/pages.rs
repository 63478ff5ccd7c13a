//! The runs over the pages: which parts are measured, and how often.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use e2e::{Outcome, site::Site};

use crate::{
    article::{Article, Loads, Way, largest_paint, take_over},
    brakes, heap,
    judge::{budgets::BUDGETS, figure::Figure, verdict::keeps},
    measured::Measured,
    moves, rail, say, shifts, site, sizes,
};

/// How often a page is loaded each way. The largest paint comes with the first, after some 0.85 s,
/// and differs by 55 ms from load to load: the middles of seven differ by a thirtieth from run to
/// run, which a budget of a twentieth has no room for; those of 21, by half of that.
const LOADS: usize = 21;
/// How often a card is pressed each way.
const ROUNDS: usize = 7;
/// The same in the short run, and as often again where a ratio seems to be broken.
const FEW_ROUNDS: usize = 3;
/// How many times as often again: two times three say little about a twentieth.
const AGAIN: usize = 4;

/// Everything.
pub async fn full() -> Outcome<Measured> {
    let demo = demo().await?;
    let mut measured = Measured::default();
    let ways = [Way::WithApp, Way::WithoutScript, Way::DrawnByApp];
    let loads = part("an article, three ways", async {
        let mut article = Article::lay_out(&demo, &ways).await?;
        article.load(LOADS).await?;
        Ok(article.loads)
    });
    measured.loads = loads.await.unwrap_or_default();
    measured.moves = part("moves", moves::measure(&demo, ROUNDS)).await;
    measured.heap = part("memory", heap::measure()).await;
    measured.rail = part("the long rail", rail::measure(rail::ARTICLES)).await;
    measured.shift = part("shifts", shifts::measure(shifts::KINDS, shifts::WIDTHS)).await;
    weigh(&mut measured, &demo).await;
    Ok(measured)
}

/// What holds on a busy machine.
pub async fn short() -> Outcome<Measured> {
    let demo = demo().await?;
    let mut measured = Measured::default();
    let loads = part("an article, with and without script", async {
        let mut article = Article::lay_out(&demo, &[Way::WithApp, Way::WithoutScript]).await?;
        article.load(FEW_ROUNDS).await?;
        // A few loads on a busy machine may say what many do not.
        for _ in 0..AGAIN {
            if seems_good(&article.loads) {
                break;
            }
            article.load(FEW_ROUNDS).await?;
        }
        Ok(article.loads)
    });
    measured.loads = loads.await.unwrap_or_default();
    measured.heap = part("memory", heap::measure()).await;
    measured.rail = part("the long rail", rail::measure(rail::FEWER_ARTICLES)).await;
    measured.shift = part("shifts", shifts::measure(shifts::FEW_KINDS, shifts::FEW_WIDTHS)).await;
    weigh(&mut measured, &demo).await;
    Ok(measured)
}

/// Whether the loads keep the budgets that are about times.
fn seems_good(loads: &[Loads]) -> bool {
    let kept = |figure, value: Option<f64>| value.is_some_and(|is| keeps(BUDGETS, figure, is));
    kept(Figure::LargestPaint, largest_paint(loads)) && kept(Figure::LongestTask, take_over(loads))
}

async fn demo() -> Outcome<std::path::PathBuf> {
    let demo = Site::Demo.folder()?;
    brakes::hold(&demo, &site::path_of(&demo, site::ARTICLE)?).await?;
    Ok(demo)
}

async fn weigh(measured: &mut Measured, demo: &Path) {
    measured.app = part("the app's weight", async { sizes::app(demo) }).await;
    // Where it is there and cannot be weighed, that is no reason to pass.
    let real = part("a real page's weight", async { sizes::real_page() }).await;
    measured.real = real.unwrap_or(Some(f64::NAN));
}

/// One part. Where it fails the others are measured all the same, and its budgets count as broken.
async fn part<T>(name: &str, work: impl Future<Output = Outcome<T>>) -> Option<T> {
    println!("▸ {name}");
    let begun = Instant::now();
    let done = work.await;
    match &done {
        Ok(_) if begun.elapsed() > Duration::from_secs(1) => {
            say(&format!("done in {:.0} s", begun.elapsed().as_secs_f64()));
        }
        Ok(_) => {}
        Err(error) => say(&format!("not measured: {error}")),
    }
    done.ok()
}
