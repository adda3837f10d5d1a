/* word_ids.h: the program's own sentences, one row each: id, English, Vietnamese. No include
 * guard: it is included once for the enum and once for the table. */
/* clang-format off */
/* messages */
WORD_ROW(NOTE,
    "note",
    "ghi chú")
WORD_ROW(WARNING,
    "warning",
    "lưu ý")
WORD_ROW(ERROR,
    "error",
    "lỗi")
WORD_ROW(FAILURE,
    "failure",
    "sự cố")
WORD_ROW(INSIDE,
    "in",
    "ở")
WORD_ROW(AND_MORE,
    "… and {0} more",
    "… và {0} điều nữa")
/* arguments of messages */
WORD_ROW(IS_LINK,
    "it is a symbolic link",
    "đó là một liên kết")
WORD_ROW(IS_NO_FILE,
    "it is not a file",
    "đó không phải là tệp")
WORD_ROW(TOO_DEEP,
    "folders are nested too deep",
    "thư mục lồng nhau quá sâu")
WORD_ROW(COMPLEX_KEY,
    "a list or mapping as a key",
    "danh sách làm tên trường")
WORD_ROW(MERGE_KEY,
    "a merge key (<<)",
    "khóa gộp (<<)")
WORD_ROW(ANCHOR,
    "an anchor (&)",
    "dấu neo (&)")
WORD_ROW(TAG,
    "a tag (!)",
    "thẻ kiểu (!)")
WORD_ROW(SECOND_DOCUMENT,
    "a second document (---)",
    "tài liệu thứ hai (---)")
WORD_ROW(ALIAS,
    "an alias (*)",
    "dấu gọi lại (*)")
WORD_ROW(A_VALUE,
    "a value",
    "một giá trị")
WORD_ROW(A_NAME,
    "a name",
    "một tên")
WORD_ROW(ONE_SELECT,
    "one SELECT at a time",
    "mỗi lần chỉ một câu SELECT")
WORD_ROW(FEWER_PARENTHESES,
    "fewer parentheses",
    "bớt ngoặc")
WORD_ROW(FIELD_VALUE,
    "field: value",
    "tên trường: giá trị")
WORD_ROW(BLOCK_CHECKLIST_FIELD,
    "field: with a list of references, on a page made once per record",
    "field: với danh sách dẫn chiếu, ở trang làm cho từng bản ghi")
WORD_ROW(BLOCK_SHOW,
    "show: all or open",
    "show: all hoặc open")
WORD_ROW(BLOCK_CONTENTS,
    "of: headings, tables or figures",
    "of: headings, tables hoặc figures")
WORD_ROW(BLOCK_DEPTH,
    "depth: a level of headings from 1 to 6",
    "depth: cấp đề mục từ 1 đến 6")
WORD_ROW(BLOCK_BREAK,
    "page, or right for a right-hand page",
    "page, hoặc right để sang trang bên phải")
WORD_ROW(BLOCK_LEVEL,
    "level: 1 or 2",
    "level: 1 hoặc 2")
WORD_ROW(BLOCK_MATRIX,
    "field: with a list of references of these records, heads: id or title, and sort: met",
    "field: với danh sách dẫn chiếu của các bản ghi ấy, heads: id hoặc title, và sort: met")
WORD_ROW(BLOCK_PROVENANCE,
    "indicators: all, or a list of them",
    "indicators: all, hoặc một danh sách chỉ tiêu")
WORD_ROW(IMAGE_OTHER_KIND,
    "it is neither PNG nor JPEG",
    "tệp không phải PNG hay JPEG")
WORD_ROW(IMAGE_CUT_SHORT,
    "the file is cut short",
    "tệp bị cắt cụt")
WORD_ROW(IMAGE_DAMAGED,
    "the file is damaged",
    "tệp bị hỏng")
WORD_ROW(IMAGE_TOO_LARGE,
    "it has more than 10,000 pixels on a side or 40 million in all",
    "hình có hơn 10.000 điểm ảnh một cạnh hoặc hơn 40 triệu điểm ảnh")
WORD_ROW(IMAGE_ODD_COLOURS,
    "its colours are stored in a way that browsers and printers do not share",
    "cách lưu màu của hình không phải nơi nào cũng đọc được")
WORD_ROW(BLOCK_CHART,
    "bar:, dot:, line:, progress: or pictogram: with an indicator and by:, or tiles: with a type of record",
    "bar:, dot:, line:, progress: hoặc pictogram: với một chỉ tiêu và by:, hoặc tiles: với một loại bản ghi")
/* why a chart does not fit, and the mend */
WORD_ROW(FIT_TWO_KEYS,
    "series need a breakdown by two keys",
    "các chuỗi cần phân tổ theo hai khóa")
WORD_ROW(FIT_TWO_KEYS_MEND,
    "write by: [first, second], as in by: of the indicator",
    "hãy viết by: [khóa một, khóa hai], như trong by: của chỉ tiêu")
WORD_ROW(FIT_SORT,
    "series stand in the order of their keys",
    "các chuỗi xếp theo thứ tự của khóa")
WORD_ROW(FIT_SORT_MEND,
    "take sort:, top: and rank: away, or series:",
    "hãy bỏ sort:, top: và rank:, hoặc bỏ series:")
WORD_ROW(FIT_STACK,
    "its numbers are no parts that add up, and cannot be stacked",
    "các số không phải phần cộng thành tổng, không xếp chồng được")
WORD_ROW(FIT_STACK_MEND,
    "write series: grouped",
    "hãy viết series: grouped")
WORD_ROW(FIT_ORDER,
    "a line needs a key with an order",
    "biểu đồ đường cần một khóa có thứ tự")
WORD_ROW(FIT_ORDER_MEND,
    "divide by year, quarter, month or a whole number, or write bar:",
    "hãy phân tổ theo năm, quý, tháng hoặc số nguyên, hoặc viết bar:")
WORD_ROW(FIT_RATIO,
    "progress is a part of a whole",
    "progress là phần trong một tổng thể")
WORD_ROW(FIT_RATIO_MEND,
    "name an indicator with of:, or write bar:",
    "hãy dùng chỉ tiêu có of:, hoặc viết bar:")
WORD_ROW(FIT_WHOLE,
    "a pictogram counts whole things, none below 0",
    "biểu đồ hình đếm những vật trọn vẹn, không âm")
WORD_ROW(FIT_WHOLE_MEND,
    "write bar:",
    "hãy viết bar:")
WORD_ROW(FIT_TILES,
    "each tile is a record of a type, and not of a list",
    "mỗi ô là một bản ghi của một loại, không phải dòng của danh sách")
WORD_ROW(FIT_TILES_MEND,
    "name a type of content/schema/",
    "hãy ghi tên một loại trong content/schema/")
WORD_ROW(FIT_TILES_BY,
    "tiles stand in rows by a reference or a code",
    "các ô xếp hàng theo một dẫn chiếu hoặc mã")
WORD_ROW(FIT_TILES_BY_MEND,
    "write by: with such a field of the type",
    "hãy viết by: với một trường như vậy của loại bản ghi")
WORD_ROW(FIT_TILES_INK,
    "the ink of a tile is a code, true or false, or an indicator",
    "màu của ô lấy theo mã, đúng sai, hoặc một chỉ tiêu")
WORD_ROW(FIT_TILES_INK_MEND,
    "name such a field, or an indicator with a breakdown by the type",
    "hãy ghi một trường như vậy, hoặc chỉ tiêu có phân tổ theo loại bản ghi")
WORD_ROW(FIT_TILES_PLAIN,
    "plain: says which codes have no ink, and this ink has no codes",
    "plain: nêu mã không tô màu, mà màu này không có mã")
WORD_ROW(FIT_TILES_PLAIN_MEND,
    "take plain: away",
    "hãy bỏ plain:")
WORD_ROW(BLOCK_TABLE,
    "indicators: [...], indicator: with by:, rows:, published: all, or rules: all",
    "indicators: [...], indicator: kèm by:, rows:, published: all, hoặc rules: all")
/* what was done */
WORD_ROW(NO_STDOUT,
    "tonghop: failure: standard output cannot be written ({0})",
    "tonghop: sự cố: không ghi được ra đầu ra chuẩn ({0})")
WORD_ROW(BUILT,
    "{0}: {1}, {2}, {3} in {4} s",
    "{0}: {1}, {2}, {3} trong {4} giây")
WORD_ROW(CHECKED,
    "checked, nothing published: {0}, {1}, {2} in {3} s",
    "đã kiểm tra, chưa công bố: {0}, {1}, {2} trong {3} giây")
WORD_ROW(ONE_PAGE,
    "1 page",
    "1 trang")
WORD_ROW(PAGES,
    "{0} pages",
    "{0} trang")
WORD_ROW(ONE_PDF,
    "1 PDF",
    "1 PDF")
WORD_ROW(PDFS,
    "{0} PDFs",
    "{0} PDF")
WORD_ROW(ONE_DATA_FILE,
    "1 data file",
    "1 tệp số liệu")
WORD_ROW(DATA_FILES,
    "{0} data files",
    "{0} tệp số liệu")
WORD_ROW(COMPARED,
    "{0} numbers computed twice, no difference",
    "{0} con số tính hai lần, không khác nhau")
WORD_ROW(LEFT,
    "{0} typed numbers left as they are",
    "{0} con số gõ tay để nguyên")
WORD_ROW(WRITTEN,
    "{0} files written, {1} unchanged, {2} removed",
    "ghi {0} tệp, {1} tệp giữ nguyên, xóa {2} tệp")
WORD_ROW(WRITTEN_COPY,
    "{0} files written: the hidden second copy, with which the site changes places, is new",
    "ghi {0} tệp: bản thứ hai (ẩn) để đổi chỗ với trang vừa được tạo")
WORD_ROW(OLD_SITE_STAYS,
    "the old site is unchanged",
    "trang cũ vẫn nguyên")
WORD_ROW(NOTHING_PUBLISHED,
    "nothing was published",
    "chưa công bố gì")
WORD_ROW(ONE_ERROR,
    "1 error; nothing was published",
    "1 lỗi; chưa công bố gì")
WORD_ROW(ERRORS,
    "{0} errors; nothing was published",
    "{0} lỗi; chưa công bố gì")
/* explain */
WORD_ROW(WITHHELD,
    "withheld",
    "không công bố")
WORD_ROW(NO_NUMBER,
    "none",
    "không có")
WORD_ROW(ROWS_IN,
    "{0} rows",
    "{0} dòng")
WORD_ROW(NO_AMOUNT,
    "{0} rows report no amount",
    "{0} dòng chưa có số liệu")
WORD_ROW(OTHER_AUDIENCE,
    "the records behind it are for another --audience",
    "các bản ghi đằng sau dành cho --audience khác")
/* how a number is computed: in the order of enum aggregation, the English ones are the keys */
WORD_ROW(WAY_COUNT,
    "count",
    "đếm số")
WORD_ROW(WAY_SUM,
    "sum",
    "tổng")
WORD_ROW(WAY_AVERAGE,
    "average",
    "trung bình")
WORD_ROW(WAY_MIN,
    "min",
    "giá trị nhỏ nhất")
WORD_ROW(WAY_MAX,
    "max",
    "giá trị lớn nhất")
WORD_ROW(WAY_MEDIAN,
    "median",
    "trung vị")
WORD_ROW(WAY_DISTINCT,
    "distinct",
    "số giá trị khác nhau")
WORD_ROW(WAY_GIVEN,
    "given",
    "số dẫn từ tài liệu")
WORD_ROW(WAY_ADD,
    "add",
    "cộng")
WORD_ROW(WAY_SUBTRACT,
    "subtract",
    "hiệu")
WORD_ROW(WAY_QUOTIENT,
    "quotient",
    "thương")
WORD_ROW(WAY_SHARE,
    "share",
    "tỷ trọng")
WORD_ROW(WAY_CHANGE,
    "change",
    "thay đổi")
WORD_ROW(WAY_OF,
    " of {0}",
    " của {0}")
WORD_ROW(WAY_FROM,
    " from {0}",
    " từ {0}")
WORD_ROW(WAY_WHERE,
    " where {0}",
    " với điều kiện {0}")
WORD_ROW(WAY_OUT_OF,
    " of {0}",
    " trên {0}")
WORD_ROW(WAY_SOURCE,
    " source {0}",
    " theo nguồn {0}")
/* audit; the English verdicts are those of its JSON too */
WORD_ROW(RIGHT,
    "right",
    "đúng")
WORD_ROW(WRONG,
    "wrong",
    "sai")
WORD_ROW(NOT_KNOWN,
    "not known",
    "chưa rõ")
WORD_ROW(TOLD_OTHERWISE,
    "told otherwise",
    "nói khác nhau")
WORD_ROW(TOLD_THERE,
    ": it is {2} in line {0}, column {1}",
    ": ở dòng {0}, cột {1} là {2}")
WORD_ROW(BY_PARTS,
    "the sum in brackets",
    "tổng các số trong ngoặc")
WORD_ROW(BY_NAMES,
    "the names behind it",
    "các tên kể sau đó")
WORD_ROW(WRITE_INSTEAD,
    ": write {0}",
    ": hãy viết {0}")
WORD_ROW(AUDITED,
    "{0} numbers: {1} right, {2} wrong, {3} told otherwise, {4} not known",
    "{0} con số: {1} đúng, {2} sai, {3} nói khác nhau, {4} chưa rõ")
/* JSON Schema */
WORD_ROW(SCHEMA_NOW,
    "Now called {0}.",
    "Nay gọi là {0}.")
WORD_ROW(SCHEMA_UNIT,
    "Unit: {0}.",
    "Đơn vị: {0}.")
WORD_ROW(SCHEMA_FROM,
    "Not before {0}.",
    "Không trước ngày {0}.")
WORD_ROW(SCHEMA_TO,
    "Not after {0}.",
    "Không sau ngày {0}.")
WORD_ROW(SCHEMA_NOTHING,
    "Empty: not reported. n/a: not applicable.",
    "Để trống: chưa có báo cáo. n/a: không áp dụng.")
WORD_ROW(SCHEMA_NONE,
    "n/a: not applicable.",
    "n/a: không áp dụng.")
/* usage */
WORD_ROW(TRY_HELP,
    "try 'tonghop --help'",
    "xem 'tonghop --help'")
WORD_ROW(LANG_TAKES,
    "--lang takes vi or en, not {0}",
    "--lang nhận vi hoặc en, không nhận {0}")
WORD_ROW(FORMAT_TAKES,
    "--format takes {1} here, not {0}",
    "--format ở đây nhận {1}, không nhận {0}")
WORD_ROW(AUDIENCE_TAKES,
    "--audience takes public, conference or internal, not {0}",
    "--audience nhận public, conference hoặc internal, không nhận {0}")
WORD_ROW(DUMP_TAKES,
    "--dump takes tree, dataset, tables, doc or layout, not {0}",
    "--dump nhận tree, dataset, tables, doc hoặc layout, không nhận {0}")
WORD_ROW(DUMP_OR_FORMAT,
    "--dump and --format would both fill standard output; leave one out",
    "--dump và --format cùng ghi ra đầu ra chuẩn; hãy bỏ một trong hai")
WORD_ROW(FOLLOWS_COMMAND,
    "the option {0} follows a command",
    "tùy chọn {0} phải đứng sau một lệnh")
WORD_ROW(NOT_TAKEN,
    "this command does not take {0}",
    "lệnh này không nhận {0}")
WORD_ROW(NO_VALUE,
    "the option takes no value: {0}",
    "tùy chọn không nhận giá trị: {0}")
WORD_ROW(NEEDS_VALUE,
    "the option {0} needs a value",
    "tùy chọn {0} cần một giá trị")
WORD_ROW(NO_OPTION,
    "there is no option {0}",
    "không có tùy chọn {0}")
WORD_ROW(NO_COMMAND,
    "there is no command {0}",
    "không có lệnh {0}")
WORD_ROW(TOO_MANY_ARGUMENTS,
    "one argument too many: {0}",
    "thừa một tham số: {0}")
WORD_ROW(WHICH_COMMAND,
    "which command?",
    "lệnh nào?")
WORD_ROW(WHICH_INDICATOR,
    "explain which indicator?",
    "giải thích chỉ tiêu nào?")
WORD_ROW(WHICH_FILE,
    "audit which file?",
    "kiểm tra tệp nào?")
WORD_ROW(WHICH_QUESTION,
    "what is the question, in SQL?",
    "câu hỏi SQL là gì?")
/* help: what commands and options do */
WORD_ROW(TONGHOP,
    "tonghop: YAML records in, checked totals out, and from them a web site and PDFs.",
    "tonghop: bản ghi YAML vào, tổng số đã kiểm tra ra, và từ đó trang web cùng các PDF.")
WORD_ROW(USAGE,
    "usage: tonghop {0} [OPTION ...]",
    "cách dùng: tonghop {0} [TÙY CHỌN ...]")
WORD_ROW(COMMAND_PLACE,
    "COMMAND",
    "LỆNH")
WORD_ROW(OPTIONS_HEAD,
    "Options:",
    "Tùy chọn:")
WORD_ROW(EXIT_STATUS,
    "Exit status: 0 done, 1 the content has errors, 2 wrong usage, 3 the outside world failed.",
    "Mã kết thúc: 0 xong, 1 nội dung có lỗi, 2 dùng sai lệnh, 3 sự cố bên ngoài.")
WORD_ROW(DOES_BUILD,
    "read the content, compute and check every number, and publish the web site, the PDFs and the data; the old site stays whole and in place until the new one is",
    "đọc nội dung, tính và kiểm tra mọi con số, rồi công bố trang web, các PDF và số liệu; trang cũ vẫn nguyên tại chỗ đến khi có trang mới")
WORD_ROW(DOES_CHECK,
    "do all that build does but publish; report every fault with its file, line and mend",
    "làm mọi việc của build trừ công bố; báo mọi lỗi kèm tệp, dòng và cách sửa")
WORD_ROW(DOES_EXPLAIN,
    "show how a number came about, down to file and line of each record",
    "cho biết con số từ đâu ra, đến tận tệp và dòng của từng bản ghi")
WORD_ROW(DOES_QUERY,
    "ask the records and the computed numbers with one SELECT; nothing can be changed",
    "hỏi các bản ghi và số đã tính bằng một câu SELECT; không thay đổi được gì")
WORD_ROW(DOES_AUDIT,
    "list every number of a finished article (text, Markdown, HTML, DOCX, PDF) and say whether it is right, wrong or not known",
    "liệt kê mọi con số trong bài viết đã xong (văn bản, Markdown, HTML, DOCX, PDF) và cho biết đúng, sai hay chưa rõ")
WORD_ROW(DOES_SCHEMA,
    "print the JSON Schema (2020-12) of a record file of that type, with which editors complete and check it while it is typed; without a type, one document with those of all types",
    "in JSON Schema (2020-12) của tệp bản ghi thuộc loại đó, để trình soạn thảo gợi ý và kiểm tra ngay khi gõ; không ghi loại thì in một tài liệu cho mọi loại")
WORD_ROW(OPTION_CONTENT,
    "the folder of site.yaml (content)",
    "thư mục chứa site.yaml (content)")
WORD_ROW(OPTION_TEMPLATES,
    "the folder of the frames and language files (templates, or the installed one)",
    "thư mục khuôn trang và tệp ngôn ngữ (templates, hoặc thư mục đã cài)")
WORD_ROW(OPTION_OUT,
    "where the site is published (out)",
    "nơi công bố trang (out)")
WORD_ROW(OPTION_FONTS,
    "the folder of the Liberation 2 fonts",
    "thư mục phông chữ Liberation 2")
WORD_ROW(OPTION_ICC,
    "the sRGB colour profile of the PDF files",
    "tệp bảng màu sRGB của các tệp PDF")
WORD_ROW(OPTION_THREADS,
    "PDF files made at the same time (as many as cores)",
    "số tệp PDF làm cùng lúc (bằng số nhân)")
WORD_ROW(THREADS_TAKES,
    "--threads takes a number from 1, not \"{0}\"",
    "--threads nhận một số từ 1, không phải \"{0}\"")
WORD_ROW(EPOCH_TAKES,
    "SOURCE_DATE_EPOCH is a number of seconds, not \"{0}\"",
    "SOURCE_DATE_EPOCH là một số giây, không phải \"{0}\"")
WORD_ROW(OPTION_BY,
    "also each cell of this breakdown, such as place",
    "kèm từng ô của phân tổ này, ví dụ place")
WORD_ROW(OPTION_AUDIENCE,
    "who it is for: public, conference or internal (audience: of site.yaml, or public); what is for fewer people is left out or refused",
    "dành cho ai: public, conference hoặc internal (audience: trong site.yaml, hoặc public); điều dành cho ít người hơn bị bỏ ra hoặc từ chối")
WORD_ROW(OPTION_WRITTEN_IN,
    "language of the article, such as en (that of the site)",
    "ngôn ngữ của bài viết, ví dụ en (mặc định: ngôn ngữ của trang)")
WORD_ROW(OPTION_CROSS,
    "compute every number a second time, by SQL over the records, and compare",
    "tính lại mọi con số lần thứ hai bằng SQL trên các bản ghi, rồi so sánh")
WORD_ROW(OPTION_SQL,
    "print the SQL by which the number is computed a second time",
    "in câu SQL dùng để tính lại con số")
WORD_ROW(OPTION_FORMAT,
    "text, csv or json (text); of check: text, json or sarif; of audit: text or json",
    "text, csv hoặc json (text); với check: text, json hoặc sarif; với audit: text hoặc json")
WORD_ROW(OPTION_LIST,
    "the schema of a file that holds a list of records",
    "lược đồ của tệp chứa danh sách bản ghi")
WORD_ROW(OPTION_DUMP,
    "print what a stage made (tree, dataset, tables, doc, layout) instead of going on",
    "in kết quả của một khâu (tree, dataset, tables, doc, layout) rồi dừng")
WORD_ROW(OPTION_LANG,
    "language of the messages: vi or en (by LANG)",
    "ngôn ngữ của thông báo: vi hoặc en (theo LANG)")
WORD_ROW(OPTION_QUIET,
    "print nothing but faults",
    "chỉ in lỗi")
WORD_ROW(OPTION_HELP,
    "print this",
    "in trang này")
WORD_ROW(OPTION_VERSION,
    "print the version",
    "in số phiên bản")
WORD_ROW(OPTION_MANUAL,
    "print the manual page in mdoc(7)",
    "in trang hướng dẫn dạng mdoc(7)")
/* the manual; in mdoc a line must not begin with a dot or a quote */
WORD_ROW(MANUAL_NAME,
    "turn records into checked totals, a web site and PDFs",
    "biến bản ghi thành tổng số đã kiểm tra, trang web và PDF")
WORD_ROW(MANUAL_ABOUT,
    "reads records in YAML, computes and checks the indicators that are declared over them, and publishes pages in which every number can be followed to the line of the record it came from.",
    "đọc bản ghi YAML, tính và kiểm tra các chỉ tiêu khai trên đó, rồi công bố các trang mà mỗi con số dẫn được về tận dòng bản ghi.")
WORD_ROW(MANUAL_OPTIONS,
    "The options are:",
    "Các tùy chọn:")
WORD_ROW(MANUAL_DONE,
    "done",
    "xong")
WORD_ROW(MANUAL_CONTENT,
    "the content has errors; nothing was published",
    "nội dung có lỗi; chưa công bố gì")
WORD_ROW(MANUAL_USAGE,
    "wrong usage",
    "dùng sai lệnh")
WORD_ROW(MANUAL_WORLD,
    "the outside world failed (disk full, no permission); an old site is unchanged",
    "sự cố bên ngoài (đầy đĩa, không có quyền); trang cũ, nếu có, vẫn nguyên")
WORD_ROW(MANUAL_BUILD,
    "Build the site in the current folder:",
    "Dựng trang trong thư mục hiện tại:")
WORD_ROW(MANUAL_EXPLAIN,
    "See where a number comes from:",
    "Xem một con số từ đâu ra:")
WORD_ROW(MANUAL_SCHEMA,
    "Let an editor check the records of a type:",
    "Để trình soạn thảo kiểm tra bản ghi của một loại:")
WORD_ROW(MANUAL_CONDITIONS,
    "In indicators, rules and tables a condition chooses rows:",
    "Trong chỉ tiêu, quy tắc và bảng, điều kiện chọn các dòng:")
WORD_ROW(MANUAL_PATHS,
    "A name leads through references, into dates (year, quarter, month) and through one list, of which one entry has to satisfy the comparison; count is the number of its entries.\nA literal is read by the type of the name beside it; an amount of money may have its word of scale (50 million).\nBoth ends of between are included.\nA comparison with a value that is missing or not applicable is false.",
    "Tên có thể đi qua dẫn chiếu, vào ngày (year, quarter, month) và qua một danh sách, khi đó chỉ cần một mục thỏa; count là số mục.\nGiá trị được đọc theo kiểu của tên bên cạnh; số tiền viết được kèm từ chỉ hàng (50 triệu).\nbetween gồm cả hai đầu.\nSo sánh với giá trị chưa báo cáo hoặc không áp dụng thì sai.")
WORD_ROW(MANUAL_FORMATS,
    "Check prints its findings with",
    "Lệnh check in kết quả với")
WORD_ROW(MANUAL_JSON,
    "as one object: errors, warnings, notes (how many), left_as_is (typed numbers that a mark leaves), exit_status, and diagnostics, a list sorted by place.\nEach has id, severity (note, warning, error, failure), message, mend, and where it has a place file, line, column, end_line, end_column (from 1, in characters, the end not included), and context, the record it is in.",
    "thành một đối tượng: errors, warnings, notes (số lượng), left_as_is (số gõ tay được đánh dấu để nguyên), exit_status, và diagnostics là danh sách theo thứ tự vị trí.\nMỗi mục có id, severity (note, warning, error, failure), message, mend, và khi có vị trí thì thêm file, line, column, end_line, end_column (từ 1, tính theo ký tự, không gồm điểm cuối), cùng context là bản ghi chứa nó.")
WORD_ROW(MANUAL_SARIF,
    "as SARIF 2.1.0, for editors and continuous integration; its run has the property leftAsIs.\nBoth list all findings, not the first 50, on standard output.",
    "theo SARIF 2.1.0, cho trình soạn thảo và tích hợp liên tục; lượt chạy có thuộc tính leftAsIs.\nCả hai in mọi phát hiện, không chỉ 50 điều đầu, ra đầu ra chuẩn.")
WORD_ROW(MANUAL_DOCUMENTS,
    "Pages and reports are Markdown.\nA block is a fence with one of these words, and lines of YAML in it.",
    "Trang và báo cáo viết bằng Markdown.\nMột khối là hàng rào ``` với một trong các từ sau, bên trong là các dòng YAML.")
WORD_ROW(MANUAL_TABLE,
    "indicators: a list, with columns, labels; indicator: and by:; rows: a type or a list of the record, with where, columns, labels, total, numbered, empty; rules: all; published: all.\nAlso caption, note, id, groups (heads over neighbouring columns), landscape.",
    "indicators: danh sách, kèm columns, labels; indicator: và by:; rows: một loại hoặc một danh sách của bản ghi, kèm where, columns, labels, total, numbered, empty; rules: all; published: all.\nThêm caption, note, id, groups (đầu đề chung của các cột liền nhau), landscape.")
WORD_ROW(MANUAL_CHART,
    "bar:, dot: or line: an indicator, by: one of its breakdowns, a list for one of two keys; of a bar series: grouped or stacked, direction: vertical.\nprogress: a part of a whole, pictogram: marks, each: so many; by: may be left out.\ntiles: a type, by: a field, ink: a code or an indicator, plain: codes without ink, label: a field, where: a condition.\nAlso sort: value, top, rank; caption, note, id.",
    "bar:, dot: hoặc line: một chỉ tiêu, by: một phân tổ của nó, danh sách nếu phân tổ theo hai khóa; với bar: series: grouped hoặc stacked, direction: vertical.\nprogress: một phần của tổng thể, pictogram: các ô, each: mỗi ô bao nhiêu; có thể không có by:.\ntiles: một loại bản ghi, by: một trường, ink: một mã hoặc chỉ tiêu, plain: các mã không tô, label: một trường, where: điều kiện.\nNgoài ra sort: value, top, rank; caption, note, id.")
WORD_ROW(MANUAL_CHECKLIST,
    "field: a list of references of the record; show: all or open.",
    "field: danh sách dẫn chiếu của bản ghi; show: all hoặc open.")
WORD_ROW(MANUAL_MATRIX,
    "rows: a type against field: its list of references, met or not; where, heads: id or title, sort: met, empty.",
    "rows: một loại, đối với field: danh sách dẫn chiếu của nó, đạt hay chưa; where, heads: id hoặc title, sort: met, empty.")
WORD_ROW(MANUAL_CONTENTS,
    "of: headings, tables or figures; depth: the deepest level of headings.",
    "of: headings, tables hoặc figures; depth: cấp đề mục sâu nhất.")
WORD_ROW(MANUAL_BREAK,
    "page, or right: on paper the next page, or the next one on the right.",
    "page, hoặc right: trên giấy, sang trang mới, hoặc sang trang bên phải.")
WORD_ROW(MANUAL_RECORDS,
    "records: a type, where, report: the name of a report made for each of them: its text for each record as a chapter; level: 1 or 2, start: page or right.",
    "records: một loại, where, report: tên báo cáo làm cho từng bản ghi: mỗi bản ghi là một chương; level: 1 hoặc 2, start: page hoặc right.")
WORD_ROW(MANUAL_PROVENANCE,
    "indicators: all, or a list: value, definition and every row behind the number with file and line.",
    "indicators: all, hoặc một danh sách: giá trị, định nghĩa và từng dòng làm nên con số, kèm tệp và dòng.")
WORD_ROW(MANUAL_REFERENCE,
    "leads to the table, chart or picture of that id, or to a heading, and says its number or its words; with page, the page on paper.\nA picture has the name of its file as id, a heading its words in small letters, joined by hyphens.",
    "dẫn tới bảng, biểu đồ, hình mang id ấy hoặc một đề mục, và ghi số hoặc lời của nó; với page là số trang trên giấy.\nHình có id là tên tệp; đề mục có id là lời của nó, chữ thường không dấu, nối bằng gạch nối.")
WORD_ROW(MANUAL_NOTE,
    "refers to a footnote, written once on a line of its own that begins with [^name]: and may go on to the next empty line.",
    "dẫn tới một chú thích, viết một lần ở dòng riêng bắt đầu bằng [^name]: và có thể kéo dài tới dòng trống.")
WORD_ROW(MANUAL_PICTURE,
    "alone in its paragraph shows a PNG or JPEG of content/images.",
    "đứng riêng một đoạn thì hiện hình PNG hoặc JPEG trong content/images.")
WORD_ROW(MANUAL_FRONT,
    "begins and ends the front matter: title, description, date (of publication), as_of (the day up to which the numbers count), for and where (once per record), path, template, nav; of a page pdf (the report beside it); of a report sheets, cover, style, letterhead with superior, issuer, symbol, place, signature and recipients, archive.\nIn path, the tags id and slug are those of the record.",
    "mở và đóng phần đầu tệp: title, description, date (ngày đăng), as_of (số liệu đến ngày nào), for và where (mỗi bản ghi một lần), path, template, nav; với trang có pdf (báo cáo đi kèm); với báo cáo có sheets, cover, style, letterhead cùng superior, issuer, symbol, place, signature và recipients, archive.\nTrong path, thẻ id và slug là của bản ghi.")
/* clang-format on */
