/* diag_ids.h: every message, one row each: id, public name, severity, then what was found and the
 * mend, in English and in Vietnamese. A name never changes its meaning; each has a test case.
 * {0} … {4} are the arguments, in the order of the call. Sorted by stage. No include guard: it is
 * included once for the enum and once for the table.
 */
/* clang-format off */
/* the outside world */
DIAG_ROW(CANNOT_READ, "cannot-read", FAILURE,
    "{0} cannot be read ({1})", "check that it exists and that you may read it",
    "không đọc được {0} ({1})", "kiểm tra tệp có tồn tại và bạn có quyền đọc không")
DIAG_ROW(ODD_FILE, "odd-file", FAILURE,
    "{0} is a link, a device or a pipe", "put a real file in its place",
    "{0} là liên kết, thiết bị hoặc ống dẫn", "hãy thay bằng một tệp thật")
DIAG_ROW(FILE_TOO_LARGE, "file-too-large", ERROR,
    "{0} is larger than {1} bytes", "split it",
    "{0} lớn hơn {1} byte", "hãy tách tệp")
/* clang-format on */
