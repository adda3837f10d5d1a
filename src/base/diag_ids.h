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
/* load: text files and YAML */
DIAG_ROW(NO_MEMORY, "no-memory", FAILURE,
    "{0} could not get memory", "close other programs and try again",
    "{0} không xin được bộ nhớ", "hãy đóng bớt chương trình rồi thử lại")
DIAG_ROW(NO_SITE, "no-site", ERROR,
    "{0} does not exist", "run this in the folder that holds content/, or name the folder with --content",
    "không có tệp {0}", "hãy chạy lệnh ở thư mục chứa content/, hoặc chỉ thư mục bằng --content")
DIAG_ROW(UNKNOWN_FILE, "unknown-file", WARNING,
    "{0} is not read", "give it the ending {1} or move it out of the content folder",
    "tệp {0} không được đọc", "hãy đổi đuôi thành {1} hoặc chuyển tệp ra khỏi thư mục nội dung")
DIAG_ROW(NOT_UTF8, "not-utf8", ERROR,
    "this byte ({0}) is not UTF-8 text", "save the file in UTF-8",
    "byte {0} ở đây không phải văn bản UTF-8", "hãy lưu tệp bằng bảng mã UTF-8")
DIAG_ROW(NOT_NFC, "not-nfc", ERROR,
    "\"{0}\" is written with separate accents (decomposed Unicode)", "save the file as composed Unicode (NFC)",
    "\"{0}\" viết bằng dấu rời (Unicode tổ hợp)", "hãy lưu tệp bằng Unicode dựng sẵn (NFC)")
DIAG_ROW(BAD_CHARACTER, "bad-character", ERROR,
    "the character {0} may not stand here", "delete it",
    "ký tự {0} không được dùng ở đây", "hãy xóa ký tự này")
DIAG_ROW(SCALAR_TOO_LARGE, "scalar-too-large", ERROR,
    "this value is larger than 1 MiB", "shorten it",
    "giá trị này lớn hơn 1 MiB", "hãy rút ngắn")
DIAG_ROW(YAML_SYNTAX, "yaml-syntax", ERROR,
    "this is not valid YAML ({0})", "check the signs and the indentation here and in the line above",
    "chỗ này không đúng cú pháp YAML ({0})", "hãy kiểm tra dấu và khoảng thụt đầu dòng ở đây và ở dòng trên")
DIAG_ROW(YAML_BAD_START, "yaml-bad-start", ERROR,
    "a value cannot begin with this sign, nor a line be indented with a tab", "put the value in quotes, or indent with blanks",
    "giá trị không được bắt đầu bằng dấu này, và không thụt dòng bằng phím Tab", "hãy đặt giá trị trong ngoặc kép, hoặc thụt dòng bằng dấu cách")
DIAG_ROW(YAML_COLON, "yaml-colon", ERROR,
    "a colon stands inside an unquoted value", "put the whole value in quotes, or check the indentation",
    "có dấu hai chấm trong giá trị không đặt trong ngoặc", "hãy đặt cả giá trị trong ngoặc kép, hoặc kiểm tra khoảng thụt")
DIAG_ROW(YAML_NO_COLON, "yaml-no-colon", ERROR,
    "a key without a colon and a blank after it", "write \"key: value\"",
    "tên trường thiếu dấu hai chấm và dấu cách", "hãy viết \"tên: giá trị\"")
DIAG_ROW(YAML_INDENT, "yaml-indent", ERROR,
    "this line does not line up with the ones above", "indent it as far as its neighbours",
    "dòng này không thẳng hàng với các dòng trên", "hãy thụt vào bằng các dòng cùng cấp")
DIAG_ROW(YAML_UNCLOSED, "yaml-unclosed", ERROR,
    "a bracket is not closed, or a comma is missing", "close it with ] or }, and put commas between the items",
    "ngoặc chưa đóng hoặc thiếu dấu phẩy", "hãy đóng bằng ] hoặc }, và đặt dấu phẩy giữa các mục")
DIAG_ROW(YAML_QUOTE, "yaml-quote", ERROR,
    "the file ends inside a quoted text", "close the quotation mark",
    "tệp kết thúc khi ngoặc kép chưa đóng", "hãy đóng dấu ngoặc kép")
DIAG_ROW(YAML_ESCAPE, "yaml-escape", ERROR,
    "a backslash in a text in double quotes begins no escape that YAML knows", "write \\\\, or use single quotes",
    "dấu gạch chéo ngược trong ngoặc kép không phải ký hiệu của YAML", "hãy viết \\\\, hoặc dùng ngoặc đơn")
DIAG_ROW(YAML_TOO_DEEP, "yaml-too-deep", ERROR,
    "lists and mappings are nested deeper than 32", "flatten the record",
    "danh sách lồng nhau quá 32 tầng", "hãy viết bản ghi phẳng hơn")
DIAG_ROW(YAML_PROFILE, "yaml-profile", ERROR,
    "{0} is not used in records", "write the value out in full, or put it in quotes if it is text",
    "{0} không dùng trong bản ghi", "hãy viết đầy đủ giá trị, hoặc đặt trong ngoặc kép nếu là chữ")
DIAG_ROW(DUPLICATE_KEY, "duplicate-key", ERROR,
    "the key \"{0}\" is already given in line {1}", "keep one of the two",
    "trường \"{0}\" đã có ở dòng {1}", "hãy giữ lại một trong hai")
DIAG_ROW(LOST_AFTER_HASH, "lost-after-hash", WARNING,
    "what follows the # is a comment and not part of \"{0}\"", "put the value in quotes, or a blank after the #",
    "phần sau dấu # là ghi chú, không thuộc \"{0}\"", "hãy đặt giá trị trong ngoặc kép, hoặc thêm dấu cách sau #")
DIAG_ROW(NO_FRONT_MATTER, "no-front-matter", ERROR,
    "the page does not begin with its front matter", "begin it with a line ---, then title: …, then a line ---",
    "trang không mở đầu bằng phần khai báo", "hãy mở đầu bằng dòng ---, rồi title: …, rồi dòng ---")
DIAG_ROW(BLOCK_UNCLOSED, "block-unclosed", ERROR,
    "the block \"{0}\" is not closed", "end it with a line of as many ``` as it begins with",
    "khối \"{0}\" chưa đóng", "hãy kết thúc bằng dòng ``` như dòng mở đầu")
DIAG_ROW(PAGE_TOO_LARGE, "page-too-large", ERROR,
    "the text of {0} is longer than 64 KiB", "split it into several pages",
    "nội dung {0} dài quá 64 KiB", "hãy tách thành nhiều trang")
/* clang-format on */
