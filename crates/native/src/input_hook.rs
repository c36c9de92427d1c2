//! `PyOS_InputHook`: what C code wants to be called while a prompt waits.

#![allow(unsafe_code, reason = "C's static variable has no safe form")]

use pyo3::prelude::*;

unsafe extern "C" {
    /// A part of Python's stable interface that pyo3 leaves out. Null while nobody set it.
    static mut PyOS_InputHook: *const std::ffi::c_void;
}

/// The address of the function, 0 when there is none.
#[pyfunction]
pub fn input_hook() -> usize {
    // SAFETY: read while the GIL is held, as it is set.
    unsafe { (&raw const PyOS_InputHook).read() as usize }
}
