//! Time, and what happens later.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::{Gate, window};

/// Now, in ms since 1970.
#[must_use]
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The time since the document began, in ms, where the browser allows it finer than the time of day
/// (Chromium by a tenth): to tell how long something took.
#[must_use]
pub fn clock_ms() -> f64 {
    window().performance().map_or_else(now_ms, |clock| clock.now())
}

/// Something that will happen unless this is dropped first.
pub struct Timer {
    id: i32,
    _call: Closure<dyn FnMut()>,
}

impl Drop for Timer {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.id);
    }
}

/// Calls after so many ms, unless the timer is dropped before. `None` where the browser refuses.
#[must_use]
pub fn after(ms: i32, call: impl FnOnce() + 'static) -> Option<Timer> {
    let call = Closure::once(call);
    let id = window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(call.as_ref().unchecked_ref(), ms)
        .ok()?;
    Some(Timer { id, _call: call })
}

/// Calls when the browser has nothing better to do, at the latest after two seconds. Safari does not
/// tell; there it is a moment later.
pub fn when_idle(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    let function: &js_sys::Function = call.unchecked_ref();
    let idle = js_sys::Reflect::get(&window(), &"requestIdleCallback".into());
    let asked = match idle.as_ref().map(JsCast::dyn_ref::<js_sys::Function>) {
        Ok(Some(idle)) => {
            let options = js_sys::Object::new();
            drop(js_sys::Reflect::set(&options, &"timeout".into(), &2_000.into()));
            idle.call2(&window(), function, &options).is_ok()
        }
        _ => false,
    };
    if !asked {
        drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(function, 300));
    }
}

/// The time in ms in which a frame comes to the screen.
const FRAME_MS: i32 = 16;

/// Calls once the next frame has been painted and had the time to come to the screen. In a tab that
/// nobody sees there is no frame until somebody does.
pub fn after_paint(call: impl FnOnce() + 'static) {
    after_frame(FRAME_MS, call);
}

/// Calls once the frame that comes next is on its way to the screen, so many ms after its callbacks.
pub fn after_frame(ms: i32, call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    let framed = Closure::once_into_js(move || {
        drop(
            window()
                .set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), ms),
        );
    });
    drop(window().request_animation_frame(framed.unchecked_ref()));
}

/// Waits so many ms.
pub async fn pause(ms: i32) {
    let gate = Gate::default();
    let opener = gate.clone();
    // A browser that cannot set a timer goes on at once.
    if let Some(timer) = after(ms, move || opener.open()) {
        gate.passed().await;
        drop(timer);
    }
}
