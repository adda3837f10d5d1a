/* diag_ids.h: every message, one row each: id, public name, severity, then what was found and
 * the mend, in English and in Vietnamese. A name never changes its meaning; each has a test
 * case. {0} … {4} are the arguments, in the order of the call. Sorted by stage. No include
 * guard: it is included once for the enum and once for the table.
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
    "this is not valid YAML", "check the signs and the indentation here and in the line above",
    "chỗ này không đúng cú pháp YAML", "hãy kiểm tra dấu và khoảng thụt đầu dòng ở đây và ở dòng trên")
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
DIAG_ROW(YAML_DASH, "yaml-dash", ERROR,
    "a list cannot begin behind its key", "put each \"- item\" on a line of its own below the key, or write [a, b]",
    "danh sách không bắt đầu ngay sau tên trường", "hãy viết mỗi \"- mục\" trên một dòng bên dưới, hoặc viết [a, b]")
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
/* check: mappings with known keys */
DIAG_ROW(UNKNOWN_KEY, "unknown-key", ERROR,
    "the key \"{0}\" is not known here", "did you mean \"{1}\"?",
    "không có trường \"{0}\" ở đây", "có phải bạn muốn viết \"{1}\"?")
DIAG_ROW(UNKNOWN_KEY_FAR, "unknown-key", ERROR,
    "the key \"{0}\" is not known here", "these are: {1}",
    "không có trường \"{0}\" ở đây", "các trường dùng được: {1}")
DIAG_ROW(NOT_A_MAPPING, "not-a-mapping", ERROR,
    "a mapping is expected here", "write keys with values ({0})",
    "chỗ này phải là các cặp tên: giá trị", "hãy viết {0}")
DIAG_ROW(NOT_A_TEXT, "not-a-text", ERROR,
    "\"{0}\" is a list or a mapping, expected one text", "write a single value",
    "\"{0}\" là danh sách, cần một giá trị chữ", "hãy viết một giá trị")
DIAG_ROW(MISSING_KEY, "missing-key", ERROR,
    "\"{0}\" is missing", "add {0}: …",
    "thiếu \"{0}\"", "hãy thêm {0}: …")
DIAG_ROW(BAD_ID, "bad-id", ERROR,
    "\"{0}\" cannot be an id", "use lower-case letters a-z, digits, - and _",
    "\"{0}\" không dùng làm mã được", "chỉ dùng chữ thường a-z không dấu, chữ số, - và _")
DIAG_ROW(NO_NOTICE, "no-notice", ERROR,
    "the site is illustrative and has no notice", "add notice: with the sentence that every page must carry",
    "trang khai số liệu minh họa mà thiếu thông báo", "hãy thêm notice: với câu phải có trên mọi trang")
DIAG_ROW(BAD_BASE_URL, "bad-base-url", ERROR,
    "\"{0}\" is not the address of a site", "begin it with https://",
    "\"{0}\" không phải địa chỉ trang", "hãy bắt đầu bằng https://")
DIAG_ROW(LANGUAGE_LACKS, "language-lacks", ERROR,
    "the language file lacks the text \"{0}\"", "add it under texts:",
    "tệp ngôn ngữ thiếu câu chữ \"{0}\"", "hãy thêm vào mục texts:")
DIAG_ROW(NO_LOCALE, "no-locale", ERROR,
    "there are no rules for the language \"{0}\"", "use a language code such as vi or en",
    "không có quy tắc cho ngôn ngữ \"{0}\"", "hãy dùng mã như vi hoặc en")
DIAG_ROW(NO_LANGUAGE, "no-language", ERROR,
    "there is no language file for \"{0}\"", "add templates/language/{0}.yaml, or name another language in site.yaml",
    "không có tệp ngôn ngữ \"{0}\"", "hãy thêm templates/language/{0}.yaml, hoặc chọn ngôn ngữ khác trong site.yaml")
/* check: schema */
DIAG_ROW(UNKNOWN_TYPE, "unknown-type", ERROR,
    "\"{0}\" is not a type of field", "use text, markdown, integer, decimal, money, date, year, boolean, enum, ref or list",
    "\"{0}\" không phải kiểu trường", "hãy dùng text, markdown, integer, decimal, money, date, year, boolean, enum, ref hoặc list")
DIAG_ROW(UNKNOWN_RECORD_TYPE, "unknown-record-type", ERROR,
    "there is no record type \"{0}\"", "add content/schema/{0}.yaml, or correct the name {1}",
    "không có loại bản ghi \"{0}\"", "hãy thêm content/schema/{0}.yaml, hoặc sửa tên {1}")
DIAG_ROW(NO_CODES, "no-codes", ERROR,
    "the enum \"{0}\" has no codes", "add codes: with a label for each",
    "trường enum \"{0}\" chưa có mã", "hãy thêm codes: kèm nhãn cho từng mã")
DIAG_ROW(BAD_PLACES, "bad-places", ERROR,
    "the decimal places of \"{0}\" are out of range", "write a number from 0 to 9",
    "số chữ số thập phân của \"{0}\" ngoài khoảng", "hãy viết một số từ 0 đến 9")
DIAG_ROW(BAD_ABSENT, "bad-absent", ERROR,
    "\"{0}\" does not say what an absent key means", "write absent: n/a for not applicable, or leave it out for not reported",
    "\"{0}\" không nói rõ thiếu trường nghĩa là gì", "hãy viết absent: n/a nếu là không áp dụng, hoặc bỏ đi nếu là chưa có báo cáo")
DIAG_ROW(LIST_IN_LIST, "list-in-list", ERROR,
    "a list of records stands inside another list of records", "make it a record type of its own and refer to it",
    "danh sách bản ghi nằm trong danh sách bản ghi khác", "hãy tách thành loại bản ghi riêng rồi dẫn chiếu")
DIAG_ROW(ID_IS_NO_FIELD, "id-is-no-field", ERROR,
    "\"id\" is every record's own name and needs no field", "delete this line",
    "\"id\" là mã sẵn có của mọi bản ghi", "hãy xóa dòng này")
DIAG_ROW(KEY_OF_TYPE, "key-of-type", ERROR,
    "\"{0}\" says nothing about a field of the type {1}", "delete the line; it belongs to {2}",
    "\"{0}\" không có nghĩa với trường kiểu {1}", "hãy xóa dòng này; nó dùng cho {2}")
DIAG_ROW(EMPTY_KEY, "empty-key", ERROR,
    "\"{0}\" does not state a value", "write one, or delete the line",
    "\"{0}\" chưa ghi giá trị", "hãy ghi giá trị, hoặc xóa dòng này")
DIAG_ROW(KEYS_EXCLUDE, "keys-exclude", ERROR,
    "\"{0}\" contradicts \"{1}\"", "keep one of the two",
    "\"{0}\" mâu thuẫn với \"{1}\"", "hãy giữ một trong hai")
DIAG_ROW(BOUNDS_CROSSED, "bounds-crossed", ERROR,
    "the lower bound {0} is above the upper bound {1}", "correct one of the two",
    "giới hạn dưới {0} lớn hơn giới hạn trên {1}", "hãy sửa một trong hai")
DIAG_ROW(BAD_SIZE, "bad-size", ERROR,
    "\"{0}\" bounds nothing", "write a whole number above 0, or delete the line",
    "\"{0}\" không giới hạn được gì", "hãy viết số nguyên lớn hơn 0, hoặc xóa dòng này")
DIAG_ROW(BAD_PATTERN, "bad-pattern", ERROR,
    "the pattern cannot be read at \"{0}\"", "close each bracket, and put a backslash before a sign that is meant as it stands",
    "không hiểu mẫu chữ ở \"{0}\"", "hãy đóng mọi ngoặc, và đặt dấu gạch chéo ngược trước dấu cần giữ nguyên")
DIAG_ROW(PATTERN_NOT_PORTABLE, "bad-pattern", ERROR,
    "\"{0}\" in a pattern does not mean the same to every program", "write it with letters, . * + ? {2,3} | ( ) [a-z] and \\d",
    "\"{0}\" trong mẫu chữ không được mọi chương trình hiểu như nhau", "hãy viết bằng chữ, . * + ? {2,3} | ( ) [a-z] và \\d")
DIAG_ROW(BAD_GROUPING, "bad-grouping", ERROR,
    "\"{0}\" is not a way to group digits", "write grouping: vi for 7.120, or delete the line",
    "\"{0}\" không phải cách nhóm chữ số", "hãy viết grouping: vi để dùng 7.120, hoặc xóa dòng này")
DIAG_ROW(UNIQUE_OF_ROWS, "unique-of-rows", ERROR,
    "the list \"{0}\" holds records, which are not compared as a whole", "give the field in it that may not repeat unique: list",
    "danh sách \"{0}\" gồm các bản ghi, không so cả bản ghi với nhau", "hãy ghi unique: list ở trường không được lặp trong đó")
DIAG_ROW(UNIQUE_NO_LIST, "unique-no-list", ERROR,
    "\"{0}\" stands in no list", "write unique: true",
    "\"{0}\" không nằm trong danh sách nào", "hãy viết unique: true")
DIAG_ROW(OLD_NAME_TAKEN, "old-name-taken", ERROR,
    "the old name \"{0}\" is taken by the field \"{1}\"", "take it out of was:",
    "tên cũ \"{0}\" đã là tên của trường \"{1}\"", "hãy bỏ nó khỏi was:")
DIAG_ROW(TITLE_TOO_LONG, "title-too-long", ERROR,
    "\"{0}\" is one field too many in the title", "name at most 4",
    "\"{0}\" là trường thừa trong tiêu đề", "hãy ghi nhiều nhất 4 trường")
/* check: values */
DIAG_ROW(GROUPED_NUMBER, "bad-integer", ERROR,
    "{0} is \"{1}\", expected a whole number", "write {2}",
    "{0} là \"{1}\", cần số nguyên viết liền", "hãy viết {2}")
DIAG_ROW(LEADING_ZERO, "leading-zero", ERROR,
    "{0} is \"{1}\", with a zero in front", "write {2}",
    "{0} là \"{1}\", thừa số 0 ở đầu", "hãy viết {2}")
DIAG_ROW(GROUPED_DECIMAL, "bad-integer", ERROR,
    "{0} is \"{1}\", expected plain digits and {3} decimal places", "write {2} if these are thousands",
    "{0} là \"{1}\", cần chữ số viết liền và {3} chữ số thập phân", "hãy viết {2} nếu đó là hàng nghìn")
DIAG_ROW(PLACES_OR_GROUPED, "decimal-places", ERROR,
    "{0} is \"{1}\", expected exactly {3} decimal places", "write fewer after the dot, or {2} if the dot is between thousands",
    "{0} là \"{1}\", cần đúng {3} chữ số thập phân", "hãy viết bớt sau dấu chấm, hoặc {2} nếu dấu chấm ngăn hàng nghìn")
DIAG_ROW(GROUPED_OR_DECIMAL, "bad-integer", ERROR,
    "{0} is \"{1}\", which may be read in two ways", "write {2} or {3}",
    "{0} là \"{1}\", có thể hiểu hai cách", "hãy viết {2} hoặc {3}")
DIAG_ROW(NOT_WHOLE, "decimal-places", ERROR,
    "{0} is \"{1}\", expected a whole number", "write it without decimals, or give the field the type decimal",
    "{0} là \"{1}\", cần số nguyên", "hãy viết không có phần thập phân, hoặc đổi trường sang kiểu decimal")
DIAG_ROW(DECIMAL_PLACES, "decimal-places", ERROR,
    "{0} is \"{1}\", expected exactly {2} decimal places", "write no more and no fewer after the dot",
    "{0} là \"{1}\", cần đúng {2} chữ số thập phân", "hãy viết đủ, không thừa, sau dấu chấm")
DIAG_ROW(DECIMAL_PLACES_MEND, "decimal-places", ERROR,
    "{0} is \"{1}\", expected exactly {2} decimal places", "write {3}",
    "{0} là \"{1}\", cần đúng {2} chữ số thập phân", "hãy viết {3}")
DIAG_ROW(GROUPED_PLACES, "decimal-places", ERROR,
    "{0} is \"{1}\", expected at most {2} decimal places", "write fewer after the comma",
    "{0} là \"{1}\", cần nhiều nhất {2} chữ số thập phân", "hãy viết bớt sau dấu phẩy")
DIAG_ROW(NUMBER_TOO_LARGE, "number-too-large", ERROR,
    "{0} is \"{1}\", larger than the program can count", "check the number of digits",
    "{0} là \"{1}\", vượt quá khả năng tính", "hãy kiểm tra số chữ số")
DIAG_ROW(BAD_INTEGER, "bad-number", ERROR,
    "{0} is \"{1}\", expected a number", "write digits only",
    "{0} là \"{1}\", cần một số", "hãy chỉ viết chữ số")
DIAG_ROW(OTHER_NUMBER, "bad-number", ERROR,
    "{0} is \"{1}\", not written as this field is", "write {2}",
    "{0} là \"{1}\", viết khác cách của trường này", "hãy viết {2}")
DIAG_ROW(BAD_GROUPED, "bad-number", ERROR,
    "{0} is \"{1}\", expected a number with dots between thousands", "write it like 7.120 or 7120",
    "{0} là \"{1}\", cần một số có dấu chấm ngăn hàng nghìn", "hãy viết như 7.120 hoặc 7120")
DIAG_ROW(BAD_MONEY, "bad-money", ERROR,
    "{0} is \"{1}\", expected an amount of money", "write it like {2}",
    "{0} là \"{1}\", cần một số tiền", "hãy viết như {2}")
DIAG_ROW(BAD_DATE, "bad-date", ERROR,
    "{0} is \"{1}\", expected a day of the calendar", "write 2016-03-01 or 1/3/2016",
    "{0} là \"{1}\", cần một ngày có thật", "hãy viết 2016-03-01 hoặc 1/3/2016")
DIAG_ROW(NO_SUCH_DAY, "bad-date", ERROR,
    "{0} is \"{1}\", which is no day of the calendar", "{2} has {3} days",
    "{0} là \"{1}\", không có ngày này", "tháng {2} có {3} ngày")
DIAG_ROW(BAD_YEAR, "bad-year", ERROR,
    "{0} is \"{1}\", expected a year", "write four digits, such as 2016",
    "{0} là \"{1}\", cần một năm", "hãy viết bốn chữ số, ví dụ 2016")
DIAG_ROW(BAD_BOOLEAN, "bad-boolean", ERROR,
    "{0} is \"{1}\", expected true or false", "write one of the two",
    "{0} là \"{1}\", cần true hoặc false", "hãy viết một trong hai")
DIAG_ROW(OTHER_BOOLEAN, "bad-boolean", ERROR,
    "{0} is \"{1}\", expected true or false", "write {2}",
    "{0} là \"{1}\", cần true hoặc false", "hãy viết {2}")
DIAG_ROW(UNKNOWN_CODE, "unknown-code", ERROR,
    "{0} is \"{1}\", which is not one of its codes", "write {2}",
    "{0} là \"{1}\", không có trong các mã", "hãy viết {2}")
DIAG_ROW(TOO_SMALL, "too-small", ERROR,
    "{0} is \"{1}\", less than {2}", "check the value, or the bound in the schema",
    "{0} là \"{1}\", nhỏ hơn {2}", "hãy kiểm tra giá trị, hoặc giới hạn trong lược đồ")
DIAG_ROW(TOO_LARGE, "too-large", ERROR,
    "{0} is \"{1}\", more than {2}", "check the value, or the bound in the schema",
    "{0} là \"{1}\", lớn hơn {2}", "hãy kiểm tra giá trị, hoặc giới hạn trong lược đồ")
DIAG_ROW(TOO_SHORT, "too-short", ERROR,
    "{0} has {1} characters, fewer than {2}", "check the text, or the bound in the schema",
    "{0} có {1} ký tự, ít hơn {2}", "hãy kiểm tra chữ, hoặc giới hạn trong lược đồ")
DIAG_ROW(TOO_LONG, "too-long", ERROR,
    "{0} has {1} characters, more than {2}", "shorten the text, or raise the bound in the schema",
    "{0} có {1} ký tự, nhiều hơn {2}", "hãy rút ngắn, hoặc nâng giới hạn trong lược đồ")
DIAG_ROW(TOO_FEW, "too-few", ERROR,
    "{0} has {1} entries, fewer than {2}", "add what is missing, or lower the bound in the schema",
    "{0} có {1} mục, ít hơn {2}", "hãy thêm cho đủ, hoặc hạ giới hạn trong lược đồ")
DIAG_ROW(TOO_MANY, "too-many", ERROR,
    "{0} has {1} entries, more than {2}", "take some out, or raise the bound in the schema",
    "{0} có {1} mục, nhiều hơn {2}", "hãy bớt đi, hoặc nâng giới hạn trong lược đồ")
DIAG_ROW(OTHER_FORM, "other-form", ERROR,
    "{0} is \"{1}\", which has not the form {2}", "correct the text, or the pattern in the schema",
    "{0} là \"{1}\", không đúng dạng {2}", "hãy sửa chữ, hoặc sửa pattern trong lược đồ")
DIAG_ROW(PATTERN_TOO_SLOW, "pattern-too-slow", ERROR,
    "{0} is \"{1}\", and comparing it with the form {2} has no end", "write the pattern without a repetition inside a repetition",
    "{0} là \"{1}\", so với dạng {2} mãi không xong", "hãy viết pattern không có phép lặp trong phép lặp")
DIAG_ROW(EMPTY_ITEM, "empty-item", ERROR,
    "an entry of {0} says nothing", "write a value, or delete the entry",
    "một mục của {0} để trống", "hãy ghi giá trị, hoặc xóa mục này")
DIAG_ROW(REPEATED_ITEM, "repeated-item", ERROR,
    "{0} holds \"{1}\" twice", "delete one",
    "{0} có \"{1}\" hai lần", "hãy xóa một")
DIAG_ROW(NULL_WORD, "null-word", ERROR,
    "{0} is the word {1}", "leave it empty for not reported, write n/a for not applicable, or put it in quotes if it is text",
    "{0} ghi là {1}", "hãy để trống nếu chưa có báo cáo, viết n/a nếu không áp dụng, hoặc đặt trong ngoặc kép nếu là chữ")
DIAG_ROW(LONE_GROUPING, "lone-grouping", WARNING,
    "{0} is \"{1}\", the only one of its column with a dot", "check that thousands are meant; written without the dot it is not asked again",
    "{0} là \"{1}\", số duy nhất trong cột có dấu chấm", "hãy xem có đúng là hàng nghìn không; viết liền thì không hỏi lại")
DIAG_ROW(FAR_LARGER, "far-off", WARNING,
    "{0} is \"{1}\", a thousand times the middle of its column or more", "check the unit and the digits; if it is right, give the field {2}: in the schema",
    "{0} là \"{1}\", gấp nghìn lần mức giữa của cột", "hãy kiểm tra đơn vị và chữ số; nếu đúng thì ghi {2}: cho trường trong lược đồ")
DIAG_ROW(FAR_SMALLER, "far-off", WARNING,
    "{0} is \"{1}\", a thousandth of the middle of its column or less", "check the unit and the digits; if it is right, give the field {2}: in the schema",
    "{0} là \"{1}\", chưa bằng một phần nghìn mức giữa của cột", "hãy kiểm tra đơn vị và chữ số; nếu đúng thì ghi {2}: cho trường trong lược đồ")
DIAG_ROW(COLON_INSIDE, "not-a-scalar", ERROR,
    "{0} has a colon inside an unquoted value", "write \"{2}: {3}\" in quotes",
    "{0} có dấu hai chấm trong giá trị không đặt trong ngoặc", "hãy viết \"{2}: {3}\" trong ngoặc kép")
DIAG_ROW(NOT_A_LIST, "not-a-list", ERROR,
    "{0} is \"{1}\", expected a list", "write [{1}]",
    "{0} là \"{1}\", cần một danh sách", "hãy viết [{1}]")
DIAG_ROW(NOT_A_SCALAR, "not-a-scalar", ERROR,
    "{0} is a list or a mapping, expected one value of the type {1}", "write a single value",
    "{0} là danh sách, cần một giá trị kiểu {1}", "hãy viết một giá trị")
/* check: records */
DIAG_ROW(UNKNOWN_FIELD, "unknown-field", ERROR,
    "the type {1} has no field \"{0}\"", "did you mean \"{2}\"?",
    "loại {1} không có trường \"{0}\"", "có phải bạn muốn viết \"{2}\"?")
DIAG_ROW(UNKNOWN_FIELD_FAR, "unknown-field", ERROR,
    "the type {1} has no field \"{0}\"", "correct the name, or add the field to content/schema/",
    "loại {1} không có trường \"{0}\"", "hãy sửa tên, hoặc thêm trường vào content/schema/")
DIAG_ROW(NO_BLANK, "unknown-field", ERROR,
    "\"{0}\" is one word to YAML", "put a blank after the colon",
    "\"{0}\" bị YAML coi là một từ", "hãy thêm dấu cách sau dấu hai chấm")
DIAG_ROW(COMMA_ENDS, "unknown-field", ERROR,
    "a comma separates fields inside braces, and \"{0}\" is not part of the value", "put the value in quotes: '{1}', or write a decimal with a dot",
    "trong ngoặc nhọn dấu phẩy ngăn các trường, \"{0}\" không thuộc về giá trị", "hãy đặt giá trị trong ngoặc: '{1}', hoặc viết số thập phân bằng dấu chấm")
DIAG_ROW(OLD_NAME, "old-name", WARNING,
    "\"{0}\" is now called \"{1}\"", "write {1}: instead",
    "\"{0}\" nay gọi là \"{1}\"", "hãy viết {1}:")
DIAG_ROW(TWO_NAMES, "two-names", ERROR,
    "\"{0}\" and \"{1}\" are the same field", "keep {2}: and delete the other",
    "\"{0}\" và \"{1}\" là một trường", "hãy giữ {2}: và xóa dòng kia")
DIAG_ROW(MISSING_FIELD, "missing-field", ERROR,
    "{0} is missing", "add {1}: …",
    "thiếu {0}", "hãy thêm {1}: …")
DIAG_ROW(ID_IN_FILE, "id-in-file", ERROR,
    "a record in a file of its own takes its id from the file's name ({0})", "delete the line",
    "bản ghi trong tệp riêng lấy mã theo tên tệp ({0})", "hãy xóa dòng này")
DIAG_ROW(NOT_A_RECORD_LIST, "not-a-record-list", ERROR,
    "this file must hold a list of records of the type {0}", "begin each with \"- id: …\"",
    "tệp này phải là danh sách bản ghi loại {0}", "hãy bắt đầu mỗi bản ghi bằng \"- id: …\"")
DIAG_ROW(DUPLICATE_ID, "duplicate-id", ERROR,
    "the {0} \"{1}\" is already given at {2}", "give one of the two another id",
    "{0} \"{1}\" đã có ở {2}", "hãy đổi mã của một trong hai")
DIAG_ROW(NOT_UNIQUE, "not-unique", ERROR,
    "{0} is \"{1}\", which {2} has too", "no two records may have the same",
    "{0} là \"{1}\", trùng với {2}", "hai bản ghi không được giống nhau")
DIAG_ROW(DANGLING, "dangling-reference", ERROR,
    "{0} is \"{1}\", and there is no such {2}", "did you mean \"{3}\"?",
    "{0} là \"{1}\", không có {2} nào như vậy", "có phải bạn muốn viết \"{3}\"?")
DIAG_ROW(DANGLING_FAR, "dangling-reference", ERROR,
    "{0} is \"{1}\", and there is no such {2}", "correct the id, or add the record to content/records/",
    "{0} là \"{1}\", không có {2} nào như vậy", "hãy sửa mã, hoặc thêm bản ghi vào content/records/")
DIAG_ROW(BAD_RULES, "bad-rules", ERROR,
    "the rules of \"{0}\" cannot be read", "write them as ICU's rule-based number formats: \"0: zero; one; 10: ten; 20: twenty[->>];\"",
    "không đọc được quy tắc \"{0}\"", "hãy viết theo dạng quy tắc số bằng chữ của ICU: \"0: không; một; 10: mười; 20: << mươi[ >>];\"")
/* check: names and conditions */
DIAG_ROW(UNKNOWN_NAME, "unknown-name", ERROR,
    "{1} has no \"{0}\"", "did you mean \"{2}\"?",
    "{1} không có \"{0}\"", "có phải bạn muốn viết \"{2}\"?")
DIAG_ROW(UNKNOWN_NAME_FAR, "unknown-name", ERROR,
    "{1} has no \"{0}\"", "it has: {2}",
    "{1} không có \"{0}\"", "các tên dùng được: {2}")
DIAG_ROW(NOTHING_FOLLOWS, "unknown-name", ERROR,
    "\"{0}\" follows a value, which has no parts, in \"{1}\"", "end the name before it",
    "\"{0}\" đứng sau một giá trị không có phần nào bên trong, ở \"{1}\"", "hãy dừng tên ở trước đó")
DIAG_ROW(BAD_CONDITION, "bad-condition", ERROR,
    "the condition cannot be read at \"{0}\"", "expected {1}",
    "không hiểu điều kiện ở \"{0}\"", "cần {1}")
DIAG_ROW(CONDITION_TOO_LONG, "condition-too-long", ERROR,
    "the condition has more than {0} comparisons and listed values", "split it, or give the records a field that says the same",
    "điều kiện có hơn {0} phép so sánh và giá trị liệt kê", "hãy tách ra, hoặc thêm cho bản ghi một trường nói cùng điều đó")
DIAG_ROW(OTHER_TYPE, "other-type", ERROR,
    "\"{0}\" ({1}) cannot be compared with \"{2}\" ({3})", "compare fields of one type; a list has no single value",
    "\"{0}\" ({1}) không so sánh được với \"{2}\" ({3})", "hãy so sánh các trường cùng kiểu; danh sách không có một giá trị duy nhất")
DIAG_ROW(TWO_LISTS, "two-lists", ERROR,
    "\"{0}\" goes through two lists", "a name may lead through one list only",
    "\"{0}\" đi qua hai danh sách", "một tên chỉ được đi qua một danh sách")
DIAG_ROW(THROUGH_LIST, "through-list", ERROR,
    "\"{0}\" goes through a list and has no single value here", "take the rows of the list: from: {1}",
    "\"{0}\" đi qua danh sách nên không có một giá trị duy nhất", "hãy lấy các dòng của danh sách: from: {1}")
DIAG_ROW(BAD_AUDIENCE, "bad-audience", ERROR,
    "\"{0}\" is not an audience", "write public, conference or internal",
    "\"{0}\" không phải đối tượng người xem", "hãy viết public, conference hoặc internal")
DIAG_ROW(TITLE_HIDDEN, "title-hidden", ERROR,
    "the title of {2} shows \"{0}\", which is {1}", "take the field out of title:, or give the type the same visibility",
    "tiêu đề của {2} để lộ \"{0}\" thuộc loại {1}", "hãy bỏ trường này khỏi title:, hoặc đặt cùng visibility cho cả loại bản ghi")
DIAG_ROW(SORT_HIDDEN, "sort-hidden", ERROR,
    "the order of {2} follows \"{0}\", which is {1}", "name another field in sort:, or give the type the same visibility",
    "thứ tự của {2} đi theo \"{0}\" thuộc loại {1}", "hãy chọn trường khác trong sort:, hoặc đặt cùng visibility cho cả loại bản ghi")
DIAG_ROW(KEY_HIDDEN, "key-hidden", ERROR,
    "the cells by \"{0}\" are called by records of {1}, which are {2}, and the indicator is {3}", "break it down by something that may be shown, or narrow the indicator's visibility",
    "các ô theo \"{0}\" mang tên bản ghi {1} thuộc loại {2}, mà chỉ tiêu là {3}", "hãy phân tổ theo khóa được phép xem, hoặc thu hẹp visibility của chỉ tiêu")
DIAG_ROW(BAD_MINIMUM, "bad-minimum", ERROR,
    "\"{0}\" is not a smallest cell", "write a whole number from 2, on an indicator that is not given",
    "\"{0}\" không phải mức ô nhỏ nhất", "hãy viết số nguyên từ 2 trở lên, ở chỉ tiêu không phải số cho sẵn")
DIAG_ROW(MINIMUM_IN_VAIN, "minimum-in-vain", ERROR,
    "hiding small cells of \"{0}\" hides nothing: whoever sees it sees the records of {1} too ({2})", "give {1} visibility: internal in its schema, and the indicator visibility: {2}",
    "giấu ô nhỏ của \"{0}\" không giấu được gì: ai xem nó cũng xem được bản ghi {1} ({2})", "hãy ghi visibility: internal cho {1} trong lược đồ, và visibility: {2} cho chỉ tiêu")
DIAG_ROW(NOT_FOR_AUDIENCE, "not-for-audience", ERROR,
    "{0} is {1}, and this answer is for: {2}", "ask with --audience {1}",
    "{0} thuộc loại {1}, mà câu trả lời này dành cho: {2}", "hãy hỏi với --audience {1}")
DIAG_ROW(LEAK, "leak", ERROR,
    "{0} is {1}, and this build is for: {2}", "take it out, or build with --audience {1}",
    "{0} thuộc loại {1}, mà bản dựng này dành cho: {2}", "hãy bỏ đi, hoặc dựng với --audience {1}")
/* check: indicators */
DIAG_ROW(NOT_TOGETHER, "not-together", ERROR,
    "\"{0}\" does not go together with \"{1}\"", "a number comes about in one way: keep one of the two",
    "\"{0}\" không đi cùng \"{1}\"", "một con số chỉ tính theo một cách: hãy giữ một trong hai")
DIAG_ROW(OPERAND_COUNT, "operand-count", ERROR,
    "\"{0}\" takes {1} indicators", "name them in a list: [a, b]",
    "\"{0}\" cần {1} chỉ tiêu", "hãy ghi thành danh sách: [a, b]")
DIAG_ROW(COMPUTED_FROM_ITSELF, "computed-from-itself", ERROR,
    "\"{0}\" is computed from \"{1}\", which is computed from it", "take one of them from records",
    "\"{0}\" tính từ \"{1}\", mà chỉ tiêu này lại tính từ nó", "hãy tính một trong hai từ bản ghi")
DIAG_ROW(BAD_OPERAND, "bad-operand", ERROR,
    "\"{0}\" ({1}) cannot be used in \"{2}\"", "use counts, sums or whole numbers; a share needs parts that add up",
    "\"{0}\" ({1}) không dùng được trong \"{2}\"", "hãy dùng số đếm, tổng hoặc số nguyên; tỷ trọng cần các phần cộng lại được")
DIAG_ROW(OPERAND_BY, "operand-by", ERROR,
    "\"{0}\" has no such breakdown \"{1}\"", "add it to by: of that indicator, with the same keys",
    "\"{0}\" không có phân tổ \"{1}\" như vậy", "hãy thêm vào by: của chỉ tiêu đó, với cùng khóa")
DIAG_ROW(HUNDRED_OF_SHARE, "hundred-of-share", ERROR,
    "the percentages of \"{0}\" are not parts of a whole", "use sum_to_100 with share: and percentages only",
    "các tỷ lệ của \"{0}\" không phải các phần của một tổng", "chỉ dùng sum_to_100 với share: và tỷ lệ phần trăm")
DIAG_ROW(NOT_SUMMABLE, "not-summable", ERROR,
    "\"{0}\" is of the type {1} and cannot be used so", "name a field that holds a number",
    "\"{0}\" thuộc kiểu {1}, không dùng như vậy được", "hãy chọn trường chứa số")
DIAG_ROW(BAD_BY, "bad-by", ERROR,
    "a breakdown has at most 3 keys, each a name", "write by: [place, [place, date.year]]",
    "một phân tổ có nhiều nhất 3 khóa, mỗi khóa là một tên", "hãy viết by: [place, [place, date.year]]")
DIAG_ROW(BAD_KEY_TYPE, "bad-key-type", ERROR,
    "\"{0}\" is of the type {1} and cannot divide a number", "choose a reference, a code, a year or a text",
    "\"{0}\" thuộc kiểu {1}, không dùng để phân tổ", "hãy chọn dẫn chiếu, mã, năm hoặc chữ")
DIAG_ROW(DUPLICATE_BY, "duplicate-by", ERROR,
    "the breakdown \"{0}\" is given twice", "delete one",
    "phân tổ \"{0}\" khai hai lần", "hãy xóa một")
DIAG_ROW(BAD_STEP, "bad-step", ERROR,
    "\"{0}\" is not a step", "write a whole number above 0, such as 100",
    "\"{0}\" không phải bước làm tròn", "hãy viết số nguyên lớn hơn 0, ví dụ 100")
DIAG_ROW(BAD_LENGTH, "bad-length", ERROR,
    "{0} is \"{1}\", expected a length between {2} and {3}", "write it like 25 mm or 13.5 pt",
    "{0} là \"{1}\", cần một độ dài từ {2} đến {3}", "hãy viết như 25 mm hoặc 13.5 pt")
DIAG_ROW(BAD_COLOUR, "bad-colour", ERROR,
    "{0} is \"{1}\", expected a colour", "write it in quotes like \"#216173\", with small letters",
    "{0} là \"{1}\", cần một màu", "hãy viết trong ngoặc kép như \"#216173\", bằng chữ thường")
DIAG_ROW(BAD_CHOICE, "bad-choice", ERROR,
    "{0} is \"{1}\"", "write one of: {2}",
    "{0} là \"{1}\"", "hãy viết một trong các chữ: {2}")
DIAG_ROW(UNKNOWN_PRINT_STYLE, "unknown-print-style", ERROR,
    "there is no style \"{0}\" for reports", "add templates/pdf/{0}.yaml, or correct the name {1}",
    "không có kiểu in \"{0}\"", "hãy thêm templates/pdf/{0}.yaml, hoặc sửa tên {1}")
DIAG_ROW(LETTERHEAD_REFUSED, "letterhead-refused", ERROR,
    "the site is illustrative: invented data do not stand under the letterhead of a {0}", "write letterhead: publication",
    "trang là số liệu minh họa: không đặt dưới tiêu đề văn bản của {0}", "hãy viết letterhead: publication")
DIAG_ROW(BAD_STYLE, "bad-style", ERROR,
    "\"{0}\" is not a style", "use plain, fraction, percent, {percent: 2}, {over: 100}, {under: 100} or {about: 100}; a bound is of one number",
    "\"{0}\" không phải kiểu viết số", "hãy dùng plain, fraction, percent, {percent: 2}, {over: 100}, {under: 100} hoặc {about: 100}; cận là của một con số")
DIAG_ROW(STYLE_NEEDS_OF, "style-needs-of", ERROR,
    "the style of \"{0}\" needs a denominator", "add of: with the id of the population, or use share: or quotient:",
    "kiểu viết của \"{0}\" cần mẫu số", "hãy thêm of: với mã của tổng thể, hoặc dùng share:, quotient:")
DIAG_ROW(BAD_MISSING, "bad-missing", ERROR,
    "\"{0}\" does not say what a missing value means", "write error, note or skip",
    "\"{0}\" không nói rõ thiếu số liệu nghĩa là gì", "hãy viết error, note hoặc skip")
DIAG_ROW(UNKNOWN_INDICATOR, "unknown-indicator", ERROR,
    "there is no indicator \"{0}\"", "check the id {1}",
    "không có chỉ tiêu \"{0}\"", "hãy kiểm tra mã {1}")
DIAG_ROW(BAD_POPULATION, "bad-population", ERROR,
    "\"{0}\" cannot be the population", "it must be a count, without one of its own, over {1} too",
    "\"{0}\" không làm tổng thể được", "tổng thể phải là phép đếm trên {1}, không có mẫu số riêng")
DIAG_ROW(BAD_QUANTITY, "bad-quantity", ERROR,
    "\"{0}\" is not a number that can be compared", "write plain digits with {1} decimals, 23/56, or 50 tỷ for money",
    "\"{0}\" không phải số để so được", "hãy viết chữ số liền với {1} chữ số thập phân, 23/56, hoặc 50 tỷ nếu là tiền")
DIAG_ROW(VALUE_OR_OVER, "value-or-over", ERROR,
    "a number is either exact or a bound", "give one of value:, over:, under:, about: and at_least:",
    "con số hoặc chính xác, hoặc là cận dưới", "hãy ghi một trong các khóa value:, over:, under:, about:, at_least:")
DIAG_ROW(BAD_STATUS, "bad-status", ERROR,
    "\"{0}\" is not the status of a difference", "write open or explained",
    "\"{0}\" không phải trạng thái chênh lệch", "hãy viết open hoặc explained")
DIAG_ROW(PART_OF_WHOLE, "part-of-whole", ERROR,
    "\"{0}\" is more than the whole", "write the part before the slash and the whole behind it",
    "\"{0}\" lớn hơn cả tổng thể", "hãy viết phần ở trước dấu gạch và tổng thể ở sau")
DIAG_ROW(NAMES_COUNT, "names-count", ERROR,
    "there are {0} names and the number is {1}", "make them agree",
    "có {0} tên mà con số là {1}", "hãy sửa cho khớp")
/* aggregate */
DIAG_ROW(ENGINES_DIFFER, "engines-differ", ERROR,
    "\"{0}\" is {1} by the one engine and {2} by the other (SQL)", "this is a fault of the program: please report it with the content; nothing is published",
    "\"{0}\" là {1} theo cách tính thứ nhất và {2} theo cách thứ hai (SQL)", "đây là lỗi của chương trình: hãy báo kèm nội dung; không công bố gì")
DIAG_ROW(RULE_BROKEN, "rule-broken", ERROR,
    "{0}", "correct the record, or the rule \"{1}\" ({2})",
    "{0}", "hãy sửa bản ghi, hoặc sửa quy tắc \"{1}\" ({2})")
DIAG_ROW(RULE_WARNING, "rule-warning", WARNING,
    "{0}", "look at the record, or at the rule \"{1}\" ({2})",
    "{0}", "hãy xem lại bản ghi, hoặc quy tắc \"{1}\" ({2})")
DIAG_ROW(RULE_NOTE, "rule-note", NOTE,
    "{0}", "rule \"{1}\" ({2})",
    "{0}", "quy tắc \"{1}\" ({2})")
DIAG_ROW(RULE_BROKEN_MEND, "rule-broken", ERROR,
    "{0}", "{2} (rule \"{1}\")",
    "{0}", "{2} (quy tắc \"{1}\")")
DIAG_ROW(RULE_WARNING_MEND, "rule-warning", WARNING,
    "{0}", "{2} (rule \"{1}\")",
    "{0}", "{2} (quy tắc \"{1}\")")
DIAG_ROW(RULE_NOTE_MEND, "rule-note", NOTE,
    "{0}", "{2} (rule \"{1}\")",
    "{0}", "{2} (quy tắc \"{1}\")")
DIAG_ROW(UNKNOWN_FIELD_IN_MESSAGE, "unknown-field-in-message", ERROR,
    "{1} has no field \"{0}\" for the message to show", "name a field, {title} or {id} in braces",
    "{1} không có trường \"{0}\" để đưa vào câu báo", "hãy ghi tên trường, {title} hoặc {id} trong ngoặc nhọn")
DIAG_ROW(BAD_SEVERITY, "bad-severity", ERROR,
    "\"{0}\" is not a severity", "write error, warning or note",
    "\"{0}\" không phải mức độ", "hãy viết error, warning hoặc note")
DIAG_ROW(REQUIRE_OR_SQL, "require-or-sql", ERROR,
    "the rule \"{0}\" says what must hold in one way", "give require: with for:, or sql:, not both",
    "quy tắc \"{0}\" chỉ nêu điều kiện theo một cách", "hãy ghi require: cùng for:, hoặc sql:, không ghi cả hai")
DIAG_ROW(NO_COLUMN, "no-column", ERROR,
    "the SQL of the rule \"{0}\" gives no column \"{1}\"", "name it in the SELECT: … AS {1}",
    "SQL của quy tắc \"{0}\" không có cột \"{1}\"", "hãy đặt tên cột trong SELECT: … AS {1}")
DIAG_ROW(TYPED_NUMBER, "typed-number", WARNING,
    "\"{0}\" is typed by hand, and is the indicator \"{1}\"", "write {2}, or put <!-- as is --> behind it",
    "\"{0}\" gõ tay, và là chỉ tiêu \"{1}\"", "hãy viết {2}, hoặc ghi <!-- as is --> ngay sau số")
DIAG_ROW(TYPED_DIFFERS, "typed-differs", ERROR,
    "\"{0}\" is typed by hand, and the indicator \"{1}\" is {2}", "write {3}, or put <!-- as is --> behind it",
    "\"{0}\" gõ tay, mà chỉ tiêu \"{1}\" là {2}", "hãy viết {3}, hoặc ghi <!-- as is --> ngay sau số")
DIAG_ROW(TYPED_MAY_DIFFER, "typed-may-differ", WARNING,
    "\"{0}\" is typed by hand, and may be meant for the indicator \"{1}\", which is {2}", "if so write {3}, else put <!-- as is --> behind it",
    "\"{0}\" gõ tay, có thể là chỉ tiêu \"{1}\", mà chỉ tiêu ấy là {2}", "nếu đúng thế hãy viết {3}, nếu không hãy ghi <!-- as is --> ngay sau số")
DIAG_ROW(BAD_WORD_FILE, "bad-word-file", ERROR,
    "{0} cannot be read as a Word file", "open it in a word processor and save it as .docx again, or save it as text",
    "không đọc được {0} như tệp Word", "hãy mở bằng trình soạn thảo và lưu lại thành .docx, hoặc lưu dạng văn bản")
DIAG_ROW(BAD_PDF, "bad-pdf", ERROR,
    "{0} cannot be read as a PDF", "install poppler-utils (pdftotext), or save the article as text",
    "không đọc được {0} như tệp PDF", "hãy cài poppler-utils (pdftotext), hoặc lưu bài dạng văn bản")
DIAG_ROW(ARTICLE_NOT_UTF8, "article-not-utf8", ERROR,
    "{0} is not UTF-8 text", "save it in UTF-8",
    "{0} không phải văn bản UTF-8", "hãy lưu tệp bằng bảng mã UTF-8")
DIAG_ROW(QUERY_WRONG, "query-wrong", ERROR,
    "the question cannot be answered: {0}", "see the tables with: SELECT sql FROM sqlite_schema",
    "không trả lời được câu hỏi: {0}", "xem các bảng bằng: SELECT sql FROM sqlite_schema")
DIAG_ROW(QUERY_WRITES, "query-writes", ERROR,
    "the question would change something", "ask with SELECT; records change in their files only",
    "câu hỏi này làm thay đổi dữ liệu", "hãy hỏi bằng SELECT; bản ghi chỉ đổi trong tệp của nó")
DIAG_ROW(QUERY_SLOW, "query-slow", ERROR,
    "the answer takes longer than {0} seconds", "ask for less, or join the tables by their ids",
    "câu trả lời mất hơn {0} giây", "hãy hỏi ít hơn, hoặc nối các bảng theo mã")
DIAG_ROW(QUERY_FUNCTION, "query-function", ERROR,
    "the function {0} may not be used, because it could run without end", "use round, substr and || instead",
    "không được dùng hàm {0}, vì có thể chạy không dừng", "hãy dùng round, substr và ||")
DIAG_ROW(QUERY_TOO_LARGE, "query-too-large", ERROR,
    "the answer is too large: a value of more than {0} bytes, or more than {1} bytes in all", "ask for less, or for sums",
    "câu trả lời quá lớn: một giá trị hơn {0} byte, hoặc tổng cộng hơn {1} byte", "hãy hỏi ít hơn, hoặc hỏi tổng số")
DIAG_ROW(QUERY_MEMORY, "query-memory", ERROR,
    "the answer needs more than {0} bytes of memory", "ask for less, or join the tables by their ids",
    "câu trả lời cần hơn {0} byte bộ nhớ", "hãy hỏi ít hơn, hoặc nối các bảng theo mã")
DIAG_ROW(DATABASE_FAULT, "database-fault", FAILURE,
    "the database refuses what the program asks: {0}", "this is a fault of the program: please report it with the content",
    "cơ sở dữ liệu từ chối yêu cầu của chương trình: {0}", "đây là lỗi của chương trình: hãy báo kèm nội dung")
DIAG_ROW(DATABASE, "database", FAILURE,
    "the database says: {0}", "free memory or disk space and try again; if it stays, please report it",
    "cơ sở dữ liệu báo: {0}", "hãy giải phóng bộ nhớ hoặc đĩa rồi thử lại; nếu vẫn vậy, hãy báo lỗi")
DIAG_ROW(SUM_OVERFLOW, "sum-overflow", ERROR,
    "the sum of \"{0}\" is larger than the program can count", "check the values for typing errors",
    "tổng của \"{0}\" vượt quá khả năng tính", "hãy kiểm tra lỗi gõ trong các giá trị")
DIAG_ROW(ROUNDING_OVERFLOW, "rounding-overflow", ERROR,
    "\"{0}\" with its decimals is larger than the program can count", "give it fewer places, or check the values for typing errors",
    "\"{0}\" cùng các chữ số thập phân vượt quá khả năng tính", "hãy giảm places, hoặc kiểm tra lỗi gõ trong các giá trị")
DIAG_ROW(NEGATIVE_PART, "negative-part", ERROR,
    "the percentages of \"{0}\" cannot add up to 100: {1} of \"{2}\" is negative", "take sum_to_100 away, or check the values",
    "các tỷ lệ của \"{0}\" không thể cộng thành 100: {1} của \"{2}\" là số âm", "hãy bỏ sum_to_100, hoặc kiểm tra các giá trị")
DIAG_ROW(MISSING_AMOUNT, "missing-amount", ERROR,
    "\"{0}\" sums {1}, which this row does not report", "fill it in, or declare missing: skip in the indicator",
    "\"{0}\" cộng {1}, mà dòng này chưa có", "hãy điền vào, hoặc khai missing: skip ở chỉ tiêu")
DIAG_ROW(OUTSIDE_POPULATION, "outside-population", ERROR,
    "{0} is counted in \"{1}\" but is not in its population \"{2}\"", "correct the record, or the condition of one of the two",
    "{0} được tính vào \"{1}\" nhưng không thuộc tổng thể \"{2}\"", "hãy sửa bản ghi, hoặc điều kiện của một trong hai")
DIAG_ROW(PUBLISHED_DIFFERS, "published-differs", ERROR,
    "\"{0}\" was published as {1}, but the records give {2}", "correct the record that is wrong, or record the difference with differs: {status: open, note: …}",
    "\"{0}\" đã công bố là {1}, nhưng các bản ghi cho {2}", "hãy sửa bản ghi sai, hoặc ghi nhận chênh lệch bằng differs: {status: open, note: …}")
DIAG_ROW(NO_DIFFERENCE, "no-difference", ERROR,
    "\"{0}\" is recorded as differing, but the records give what was published ({1})", "delete differs:",
    "\"{0}\" khai là có chênh lệch, nhưng số tính được đúng như đã công bố ({1})", "hãy xóa differs:")
/* compose */
DIAG_ROW(UNKNOWN_REFERENCE, "unknown-reference", ERROR,
    "nothing here is called \"{0}\"", "did you mean \"{1}\"?",
    "không có gì tên \"{0}\" ở đây", "có phải bạn muốn viết \"{1}\"?")
DIAG_ROW(UNKNOWN_REFERENCE_FAR, "unknown-reference", ERROR,
    "nothing here is called \"{0}\"", "write the id of an indicator, or a field of the page's record",
    "không có gì tên \"{0}\" ở đây", "hãy viết mã chỉ tiêu, hoặc trường của bản ghi làm trang này")
DIAG_ROW(UNKNOWN_FORM, "unknown-form", ERROR,
    "\"{0}\" is not a form of a number", "after the bar use unit, words, ordinal, raw, table, exact, rank, or a bound such as over 2700",
    "\"{0}\" không phải cách viết số", "sau dấu gạch đứng hãy dùng unit, words, ordinal, raw, table, exact, rank, hoặc cận như over 2700")
DIAG_ROW(FORM_NEEDS_WHOLE, "form-needs-whole", ERROR,
    "\"{0}\" is no whole number and has no form \"{1}\"", "take |{1} away, or give an indicator that is rounded places: 0",
    "\"{0}\" không phải số nguyên nên không có cách viết \"{1}\"", "hãy bỏ |{1}, hoặc đặt places: 0 cho chỉ tiêu được làm tròn")
DIAG_ROW(BAD_CLAIM, "bad-claim", ERROR,
    "\"{0}\" cannot be said of \"{1}\"", "write plain digits, or 50 tỷ for money; fractions have no approximation",
    "không nói \"{0}\" về \"{1}\" được", "hãy viết chữ số liền, hoặc 50 tỷ nếu là tiền; phân số không có cách nói gần đúng")
DIAG_ROW(CLAIM_FALSE, "claim-false", ERROR,
    "\"{0}\" is not true: the number is {1}", "write {2}",
    "\"{0}\" không đúng: con số là {1}", "hãy viết {2}")
DIAG_ROW(RANK_OF_TOTAL, "rank-of-total", ERROR,
    "the total of \"{0}\" has no rank", "name a cell with .by, or .here on a page of a record",
    "tổng của \"{0}\" không có thứ hạng", "hãy chỉ một ô bằng .by, hoặc .here ở trang của bản ghi")
DIAG_ROW(BAD_SORT, "bad-sort", ERROR,
    "\"{0}\" is not an order", "write sort: value, or leave it out for the order of publication",
    "\"{0}\" không phải cách sắp xếp", "hãy viết sort: value, hoặc bỏ đi để theo thứ tự công bố")
DIAG_ROW(BAD_TOP, "bad-top", ERROR,
    "\"{0}\" does not say how many rows", "write a whole number above 0",
    "\"{0}\" không nói rõ bao nhiêu dòng", "hãy viết số nguyên lớn hơn 0")
DIAG_ROW(HERE_NOWHERE, "here-nowhere", ERROR,
    "\"{0}\" is asked for the page's own record, but the page is made once", "add for: with a record type to the front matter, or name a cell with .by",
    "\"{0}\" lấy số của bản ghi làm trang, nhưng trang này chỉ có một", "hãy thêm for: với loại bản ghi vào phần khai báo, hoặc chỉ rõ ô bằng .by")
DIAG_ROW(NO_BREAKDOWN, "no-breakdown", ERROR,
    "the indicator \"{0}\" has no breakdown by \"{1}\"", "use one of those it has ({2}), or add {1} to its by:",
    "chỉ tiêu \"{0}\" chưa phân tổ theo \"{1}\"", "hãy dùng một phân tổ đã có ({2}), hoặc thêm {1} vào by: của chỉ tiêu")
DIAG_ROW(NO_BREAKDOWNS, "no-breakdown", ERROR,
    "the indicator \"{0}\" has no breakdown by \"{1}\", nor any other", "add {1} to its by:",
    "chỉ tiêu \"{0}\" chưa phân tổ theo \"{1}\", cũng chưa theo gì khác", "hãy thêm {1} vào by: của chỉ tiêu")
DIAG_ROW(UNKNOWN_COLUMN, "unknown-column", ERROR,
    "there is no column \"{0}\"", "use a field, an indicator, or: {1}",
    "không có cột \"{0}\"", "hãy dùng tên trường, mã chỉ tiêu, hoặc: {1}")
DIAG_ROW(BAD_BLOCK, "bad-block", ERROR,
    "the block \"{0}\" does not say what it shows", "give it {1}",
    "khối \"{0}\" chưa nói cần trình bày gì", "hãy ghi {1}")
DIAG_ROW(CHART_FIT, "chart-fit", ERROR,
    "\"{0}\" does not fit this chart: {1}", "{2}",
    "\"{0}\" không hợp với biểu đồ này: {1}", "{2}")
DIAG_ROW(TOO_MANY_SERIES, "too-many-series", ERROR,
    "\"{0}\" has {1} series here, and a chart shows at most {2}", "divide by a key with fewer values, or by one key only",
    "\"{0}\" có {1} chuỗi ở đây, mỗi biểu đồ chỉ vẽ nhiều nhất {2}", "hãy phân tổ theo khóa có ít giá trị hơn, hoặc chỉ theo một khóa")
DIAG_ROW(TOO_MANY_MARKS, "too-many-marks", ERROR,
    "\"{0}\" needs {1} marks, more than the {2} of a chart", "write each: {3}",
    "\"{0}\" cần {1} ô, nhiều hơn {2} ô của một biểu đồ", "hãy viết each: {3}")
DIAG_ROW(BLOCK_INSIDE, "block-inside", ERROR,
    "a block stands inside a paragraph", "put an empty line before and after it",
    "khối nằm lẫn trong đoạn văn", "hãy để một dòng trống trước và sau khối")
DIAG_ROW(RAW_HTML, "raw-html", ERROR,
    "HTML is not allowed in pages", "write it in Markdown, or put it in `backquotes` to show it",
    "không dùng HTML trong trang", "hãy viết bằng Markdown, hoặc đặt trong `dấu nháy ngược` để hiện nguyên văn")
DIAG_ROW(IMAGE_INLINE, "image-inline", ERROR,
    "a picture stands inside a paragraph", "put an empty line before and after it",
    "hình nằm lẫn trong đoạn văn", "hãy để một dòng trống trước và sau hình")
DIAG_ROW(IMAGE_ABSENT, "image-absent", ERROR,
    "there is no picture \"{0}\"", "put it below images/ in the content folder, name it with letters a-z, digits, - and _, and end it with .png, .jpg or .jpeg",
    "không có hình \"{0}\"", "hãy đặt hình vào thư mục images/ của nội dung, tên chỉ gồm chữ a-z, chữ số, - và _, đuôi .png, .jpg hoặc .jpeg")
DIAG_ROW(IMAGE_BROKEN, "image-broken", ERROR,
    "the picture \"{0}\" cannot be used: {1}", "save it again as PNG or JPEG",
    "không dùng được hình \"{0}\": {1}", "hãy lưu lại hình thành PNG hoặc JPEG")
DIAG_ROW(IMAGE_SILENT, "image-silent", ERROR,
    "the picture \"{0}\" does not say what it shows", "write it between the brackets: ![what it shows](path)",
    "hình \"{0}\" chưa có lời mô tả", "hãy viết lời mô tả trong ngoặc vuông: ![hình vẽ gì](đường dẫn)")
DIAG_ROW(NOTE_UNKNOWN, "note-unknown", ERROR,
    "there is no footnote \"{0}\"", "write it on a line of its own: [^{0}]: … {1}",
    "không có chú thích \"{0}\"", "hãy viết chú thích trên một dòng riêng: [^{0}]: … {1}")
DIAG_ROW(NOTE_UNUSED, "note-unused", ERROR,
    "nothing refers to the footnote \"{0}\"", "put [^{0}] where it belongs, or delete it",
    "không chỗ nào dẫn tới chú thích \"{0}\"", "hãy đặt [^{0}] vào chỗ cần chú thích, hoặc xóa chú thích")
DIAG_ROW(NOTE_REPEATED, "note-repeated", ERROR,
    "the footnote \"{0}\" is written twice", "give one of the two another name",
    "chú thích \"{0}\" được viết hai lần", "hãy đặt tên khác cho một trong hai")
DIAG_ROW(NOTE_TWICE, "note-twice", ERROR,
    "the footnote \"{0}\" is referred to a second time", "write a footnote of its own for this place",
    "chú thích \"{0}\" được dẫn tới lần thứ hai", "hãy viết một chú thích riêng cho chỗ này")
DIAG_ROW(NOTE_INSIDE, "note-inside", ERROR,
    "the footnote \"{0}\" stands inside a link or another footnote", "put it behind",
    "chú thích \"{0}\" nằm trong một liên kết hoặc một chú thích khác", "hãy đặt chú thích ra phía sau")
DIAG_ROW(REFERENCE_UNKNOWN, "reference-unknown", ERROR,
    "nothing in this document has the id \"{0}\"", "did you mean \"{1}\"?",
    "trong tài liệu này không có gì mang id \"{0}\"", "có phải bạn muốn viết \"{1}\"?")
DIAG_ROW(REFERENCE_UNKNOWN_FAR, "reference-unknown", ERROR,
    "nothing in this document has the id \"{0}\"", "give a table or a chart the key id:, or write the heading in small letters without accents, with - between words",
    "trong tài liệu này không có gì mang id \"{0}\"", "hãy thêm khóa id: cho bảng hoặc biểu đồ, hoặc viết đề mục bằng chữ thường không dấu, nối bằng -")
DIAG_ROW(REFERENCE_FORM, "reference-form", ERROR,
    "\"{0}\" is not a form of a reference", "after the bar only page may stand",
    "\"{0}\" không phải cách viết của dẫn chiếu", "sau dấu gạch đứng chỉ viết được page")
DIAG_ROW(REFERENCE_PLAIN, "reference-plain", ERROR,
    "the reference \"@{0}\" stands where only plain text can", "write it into a paragraph",
    "dẫn chiếu \"@{0}\" đặt ở chỗ chỉ viết được chữ thường", "hãy viết dẫn chiếu trong đoạn văn")
DIAG_ROW(CAPTION_MISSING, "caption-missing", ERROR,
    "\"{0}\" has no caption, so it has no number to refer to", "give it a caption",
    "\"{0}\" không có đầu đề nên không có số để dẫn tới", "hãy đặt đầu đề (caption:)")
DIAG_ROW(BAD_ANCHOR, "bad-anchor", ERROR,
    "\"{0}\" cannot be the id of a table or a chart", "use small letters a-z, digits and -, beginning with a letter or a digit {1}",
    "\"{0}\" không làm id của bảng hoặc biểu đồ được", "chỉ dùng chữ thường a-z, chữ số và -, bắt đầu bằng chữ hoặc số {1}")
DIAG_ROW(ANCHOR_TAKEN, "anchor-taken", ERROR,
    "something above has the id \"{0}\" already", "give one of the two another id:",
    "phía trên đã có id \"{0}\"", "hãy đặt id: khác cho một trong hai")
DIAG_ROW(BAD_GROUP, "bad-group", ERROR,
    "the column \"{0}\" cannot stand under \"{1}\"", "a group holds columns beside each other, in their order, and each column is in one group at most",
    "cột \"{0}\" không đặt dưới \"{1}\" được", "mỗi nhóm gồm các cột liền nhau, đúng thứ tự, và mỗi cột chỉ thuộc một nhóm")
DIAG_ROW(TOO_MANY_COLUMNS, "too-many-columns", ERROR,
    "the table would have {0} columns; {1} fit", "choose another field",
    "bảng sẽ có {0} cột; nhiều nhất là {1}", "hãy chọn trường khác")
DIAG_ROW(UNKNOWN_REPORT, "unknown-report", ERROR,
    "\"{0}\" is not a report made once for each \"{1}\"", "write reports/{0}.md with for: {1}, or correct the name {2}",
    "\"{0}\" không phải báo cáo làm cho từng \"{1}\"", "hãy viết reports/{0}.md với for: {1}, hoặc sửa tên {2}")
DIAG_ROW(CHAPTERS_NESTED, "chapters-nested", ERROR,
    "{0} is a chapter here and holds chapters itself", "take one of the blocks records out",
    "{0} ở đây là một chương mà bên trong lại có chương", "hãy bỏ bớt một khối records")
DIAG_ROW(BAD_SCHEME, "bad-scheme", ERROR,
    "links with \"{0}:\" are refused", "use https, http, mailto, tel or the path of a page",
    "không dùng liên kết \"{0}:\"", "hãy dùng https, http, mailto, tel hoặc đường dẫn trang")
DIAG_ROW(MARKDOWN_TOO_DEEP, "markdown-too-deep", ERROR,
    "lists and quotations are nested deeper than 32", "flatten them",
    "danh sách, trích dẫn lồng nhau quá 32 tầng", "hãy viết phẳng hơn")
DIAG_ROW(TOO_MANY_CELLS, "too-many-cells", ERROR,
    "this row has {0} cells, the head of the table {1}", "take a cell out, or write \\| for a pipe inside a cell",
    "dòng này có {0} ô, trong khi đầu bảng có {1}", "hãy bớt ô, hoặc viết \\| nếu muốn dấu gạch đứng trong ô")
DIAG_ROW(BAD_PATH, "bad-path", ERROR,
    "\"{0}\" cannot be the path of a published file", "use letters a-z, digits, - and _, with / between folders, and end it with {1}",
    "\"{0}\" không làm đường dẫn được", "chỉ dùng chữ a-z, chữ số, - và _, ngăn thư mục bằng /, và kết thúc bằng {1}")
DIAG_ROW(PATH_TAKEN, "path-taken", ERROR,
    "something else is already published as \"{0}\"", "give one of the two another path:",
    "đã có tệp khác ở \"{0}\"", "hãy đặt path: khác cho một trong hai")
DIAG_ROW(NO_HOME, "no-home", WARNING,
    "the site has no home page", "add pages/index.md to the content folder",
    "trang web chưa có trang chủ", "hãy thêm pages/index.md vào thư mục nội dung")
DIAG_ROW(DEAD_LINK, "dead-link", ERROR,
    "the link \"{0}\" leads to no page", "correct the path {1}",
    "liên kết \"{0}\" không dẫn tới trang nào", "hãy sửa đường dẫn {1}")
/* render */
DIAG_ROW(FRAME_ABSENT, "frame-absent", ERROR,
    "{0} asks for the frame \"{1}\", which does not exist", "add templates/html/{1}.mustache, or correct template: in the page",
    "{0} cần khuôn \"{1}\" mà không có", "hãy thêm templates/html/{1}.mustache, hoặc sửa template: của trang")
DIAG_ROW(OUTPUT_TOO_LARGE, "output-too-large", ERROR,
    "{0} would be larger than 1 GiB", "publish fewer records in one site",
    "{0} sẽ lớn hơn 1 GiB", "hãy bớt số bản ghi trong một trang")
/* template */
DIAG_ROW(TEMPLATE_UNCLOSED_TAG, "template-unclosed-tag", ERROR,
    "this tag is not closed", "end it with two braces",
    "thẻ này chưa đóng", "hãy đóng bằng hai dấu ngoặc nhọn")
DIAG_ROW(TEMPLATE_UNCLOSED, "template-unclosed", ERROR,
    "the section \"{0}\" is not closed", "end it with its name after a slash",
    "phần \"{0}\" chưa đóng", "hãy đóng bằng tên của nó sau dấu gạch chéo")
DIAG_ROW(TEMPLATE_STRAY, "template-stray", ERROR,
    "\"{0}\" is closed here but nothing is open", "delete the tag, or open the section before it",
    "\"{0}\" đóng ở đây nhưng chưa mở phần nào", "hãy xóa thẻ, hoặc mở phần trước đó")
DIAG_ROW(TEMPLATE_MISMATCH, "template-mismatch", ERROR,
    "\"{0}\" is closed here but \"{1}\" of line {2} is open", "close \"{1}\" first",
    "\"{0}\" đóng ở đây nhưng phần đang mở là \"{1}\" ở dòng {2}", "hãy đóng \"{1}\" trước")
DIAG_ROW(TEMPLATE_DELIMITERS, "template-delimiters", ERROR,
    "\"{0}\" does not set two delimiters", "write two signs with a blank between them",
    "\"{0}\" không đặt được hai dấu ngăn", "hãy viết hai dấu cách nhau bằng dấu cách")
DIAG_ROW(TEMPLATE_NO_NAME, "template-no-name", ERROR,
    "this tag has no name", "write a name between the braces",
    "thẻ này không có tên", "hãy viết tên giữa các dấu ngoặc")
DIAG_ROW(TEMPLATE_DEPTH, "template-depth", ERROR,
    "\"{0}\" is nested too deep, or includes itself", "flatten the template",
    "\"{0}\" lồng quá sâu, hoặc tự gọi chính nó", "hãy viết khuôn phẳng hơn")
DIAG_ROW(TEMPLATE_UNKNOWN, "template-unknown", ERROR,
    "nothing here is called \"{0}\"", "correct the name; an outer value is reached by @root.",
    "không có gì tên \"{0}\" ở đây", "hãy sửa tên; giá trị ở ngoài gọi bằng @root.")
DIAG_ROW(TEMPLATE_NO_PARTIAL, "template-no-partial", ERROR,
    "there is no template \"{0}\"", "add it to templates/html/, or correct the name",
    "không có khuôn \"{0}\"", "hãy thêm vào templates/html/, hoặc sửa tên")
DIAG_ROW(TEMPLATE_MARKUP, "template-markup", ERROR,
    "\"{0}\" is ready-made HTML", "write it with three braces",
    "\"{0}\" là HTML làm sẵn", "hãy viết bằng ba dấu ngoặc nhọn")
DIAG_ROW(TEMPLATE_NOT_MARKUP, "template-not-markup", ERROR,
    "\"{0}\" is text and must be escaped", "write it with two braces",
    "\"{0}\" là chữ, phải được mã hóa", "hãy viết bằng hai dấu ngoặc nhọn")
/* publish */
DIAG_ROW(OUT_REFUSED, "out-refused", FAILURE,
    "\"{0}\" cannot be replaced by a site", "name a folder of its own with --out",
    "không thể thay \"{0}\" bằng trang web", "hãy chỉ một thư mục riêng bằng --out")
DIAG_ROW(OUT_NOT_OURS, "out-not-ours", FAILURE,
    "\"{0}\" holds files that no build has made", "name an empty or new folder with --out, or move those files away",
    "\"{0}\" có các tệp không do chương trình tạo ra", "hãy chỉ thư mục trống hoặc mới bằng --out, hoặc chuyển các tệp đó đi")
DIAG_ROW(OUT_LOCKED, "out-locked", FAILURE,
    "another build is at work on \"{0}\"", "wait until it has ended",
    "một lần dựng khác đang chạy trên \"{0}\"", "hãy chờ nó kết thúc")
DIAG_ROW(OUT_DAMAGED, "out-damaged", FAILURE,
    "\"{0}\" is not as it was written; {1}", "look for another program that writes there, and build again",
    "\"{0}\" không còn như lúc ghi; {1}", "hãy xem có chương trình nào khác ghi vào đó, rồi dựng lại")
DIAG_ROW(DISK_FULL, "disk-full", FAILURE,
    "the disk is full: {0} could not be written ({1}); {2}", "make room and build again",
    "đĩa đầy: không ghi được {0} ({1}); {2}", "hãy dọn chỗ trống rồi dựng lại")
DIAG_ROW(CANNOT_WRITE, "cannot-write", FAILURE,
    "{0} could not be written ({1}); {2}", "check the folder and its permissions",
    "không ghi được {0} ({1}); {2}", "hãy kiểm tra thư mục và quyền ghi")
/* fonts and PDF */
DIAG_ROW(NO_FONT, "no-font", FAILURE,
    "the font {0} cannot be read", "install the package fonts-liberation2, or name its folder with --fonts",
    "không đọc được phông chữ {0}", "hãy cài gói fonts-liberation2, hoặc chỉ thư mục bằng --fonts")
DIAG_ROW(OLD_FONT, "old-font", FAILURE,
    "the font {0} lacks Vietnamese letters", "install the package fonts-liberation2 (the older fonts-liberation is not enough)",
    "phông chữ {0} thiếu chữ tiếng Việt", "hãy cài gói fonts-liberation2 (gói fonts-liberation cũ không đủ)")
DIAG_ROW(NO_PROFILE, "no-profile", FAILURE,
    "the colour profile {0} cannot be used", "install the package icc-profiles-free, or name an sRGB profile with --icc",
    "không dùng được bảng màu {0}", "hãy cài gói icc-profiles-free, hoặc chỉ một tệp bảng màu sRGB bằng --icc")
DIAG_ROW(BAD_ARCHIVE, "bad-archive", ERROR,
    "archive: is \"{0}\"", "write 2a, 3a (with the records attached) or 1b",
    "archive: là \"{0}\"", "hãy viết 2a, 3a (kèm các bản ghi) hoặc 1b")
DIAG_ROW(NO_GLYPH, "no-glyph", ERROR,
    "{0}: the font has no sign for {1} in \"{2}\"", "write it with other characters",
    "{0}: phông chữ không có ký tự {1} trong \"{2}\"", "hãy viết bằng ký tự khác")
DIAG_ROW(TOO_MANY_SHEETS, "too-many-sheets", ERROR,
    "{0} takes {1} pages even in small type, and should take {2}", "shorten it, or raise sheets: in the front matter",
    "{0} dài {1} trang dù đã thu nhỏ chữ, trong khi cần {2} trang", "hãy rút ngắn, hoặc tăng sheets: trong phần khai báo")
DIAG_ROW(TOO_MANY_PAGES, "too-many-pages", ERROR,
    "{0} would have more than {1} pages", "split the report, or put less into its tables",
    "{0} sẽ dài quá {1} trang", "hãy tách báo cáo, hoặc bớt nội dung bảng")
DIAG_ROW(PDF_FAILED, "pdf-failed", FAILURE,
    "{0} could not be made ({1})", "report this with the content that causes it",
    "không tạo được {0} ({1})", "hãy báo lỗi kèm nội dung gây ra nó")
/* clang-format on */
