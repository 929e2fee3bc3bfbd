-- Written by version 1 of the tables (sqlite3 .dump), with the two numbers that a dump leaves out.
BEGIN TRANSACTION;
CREATE TABLE figure (
    report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
    number INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    text TEXT NOT NULL,
    measure TEXT NOT NULL,
    value TEXT NOT NULL,
    value_real REAL NOT NULL,
    value_to TEXT,
    value_to_real REAL,
    unit TEXT NOT NULL,
    bound TEXT NOT NULL,
    kind TEXT NOT NULL,
    period INTEGER,
    threshold INTEGER NOT NULL,
    doubt TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    section TEXT NOT NULL,
    sentence TEXT NOT NULL,
    PRIMARY KEY (report, number)
);
INSERT INTO "figure" VALUES(1,1,'地区生产总值','6.8%','growth','6.8',6.8,NULL,NULL,'%','=','actual',2017,0,'',3,17,21,'一、2017年工作回顾','地区生产总值增长6.8%，财政总收入408.9亿元，“两山”转化加快。');
INSERT INTO "figure" VALUES(1,2,'财政总收入','408.9亿元','level','408.9',408.9,NULL,NULL,'亿元','=','actual',2017,0,'',3,27,34,'一、2017年工作回顾','地区生产总值增长6.8%，财政总收入408.9亿元，“两山”转化加快。');
INSERT INTO "figure" VALUES(1,3,'规上工业增加值','8.7%','growth','8.7',8.7,NULL,NULL,'%','=','actual',2017,0,'',4,9,13,'一、2017年工作回顾','规上工业增加值增长8.7%，PM2.5平均浓度下降10.6%。');
INSERT INTO "figure" VALUES(1,4,'PM2.5平均浓度','10.6%','growth','-10.6',-10.6,NULL,NULL,'%','=','actual',2017,0,'',4,25,30,'一、2017年工作回顾','规上工业增加值增长8.7%，PM2.5平均浓度下降10.6%。');
INSERT INTO "figure" VALUES(1,5,'地区生产总值','6.5%','growth','6.5',6.5,NULL,NULL,'%','~','target',2018,0,'',6,8,12,'二、2018年主要任务','地区生产总值增长6.5%左右，城镇新增就业80万人以上。');
INSERT INTO "figure" VALUES(1,6,'城镇新增就业','80万人','level','80',80.0,NULL,NULL,'万人','>=','target',2018,0,'',6,21,25,'二、2018年主要任务','地区生产总值增长6.5%左右，城镇新增就业80万人以上。');
INSERT INTO "figure" VALUES(2,1,'地区生产总值','8.1%','growth','8.1',8.1,NULL,NULL,'%','=','actual',2016,0,'',3,17,21,'一、2016年工作回顾','地区生产总值增长8.1%，财政总收入408.9亿元，“两山”转化加快。');
INSERT INTO "figure" VALUES(2,2,'财政总收入','408.9亿元','level','408.9',408.9,NULL,NULL,'亿元','=','actual',2016,0,'',3,27,34,'一、2016年工作回顾','地区生产总值增长8.1%，财政总收入408.9亿元，“两山”转化加快。');
INSERT INTO "figure" VALUES(2,3,'规上工业增加值','8.7%','growth','8.7',8.7,NULL,NULL,'%','=','actual',2016,0,'',4,9,13,'一、2016年工作回顾','规上工业增加值增长8.7%，PM2.5平均浓度下降10.6%。');
INSERT INTO "figure" VALUES(2,4,'PM2.5平均浓度','10.6%','growth','-10.6',-10.6,NULL,NULL,'%','=','actual',2016,0,'',4,25,30,'一、2016年工作回顾','规上工业增加值增长8.7%，PM2.5平均浓度下降10.6%。');
INSERT INTO "figure" VALUES(2,5,'地区生产总值','7.5%','growth','7.5',7.5,NULL,NULL,'%','~','target',2017,0,'',6,8,12,'二、2017年主要任务','地区生产总值增长7.5%左右，城镇新增就业5万人以上。');
INSERT INTO "figure" VALUES(2,6,'城镇新增就业','5万人','level','5',5.0,NULL,NULL,'万人','>=','target',2017,0,'',6,21,24,'二、2017年主要任务','地区生产总值增长7.5%左右，城镇新增就业5万人以上。');
INSERT INTO "figure" VALUES(3,1,'地区生产总值','7.9%','growth','7.9',7.9,NULL,NULL,'%','=','actual',2017,0,'',3,17,21,'一、2017年工作回顾','地区生产总值增长7.9%，财政总收入408.9亿元，“两山”转化加快。');
INSERT INTO "figure" VALUES(3,2,'财政总收入','408.9亿元','level','408.9',408.9,NULL,NULL,'亿元','=','actual',2017,0,'',3,27,34,'一、2017年工作回顾','地区生产总值增长7.9%，财政总收入408.9亿元，“两山”转化加快。');
INSERT INTO "figure" VALUES(3,3,'规上工业增加值','8.7%','growth','8.7',8.7,NULL,NULL,'%','=','actual',2017,0,'',4,9,13,'一、2017年工作回顾','规上工业增加值增长8.7%，PM2.5平均浓度下降10.6%。');
INSERT INTO "figure" VALUES(3,4,'PM2.5平均浓度','10.6%','growth','-10.6',-10.6,NULL,NULL,'%','=','actual',2017,0,'',4,25,30,'一、2017年工作回顾','规上工业增加值增长8.7%，PM2.5平均浓度下降10.6%。');
INSERT INTO "figure" VALUES(3,5,'地区生产总值','7%','growth','7',7.0,NULL,NULL,'%','~','target',2018,0,'',6,8,10,'二、2018年主要任务','地区生产总值增长7%左右，城镇新增就业6万人以上。');
INSERT INTO "figure" VALUES(3,6,'城镇新增就业','6万人','level','6',6.0,NULL,NULL,'万人','>=','target',2018,0,'',6,19,22,'二、2018年主要任务','地区生产总值增长7%左右，城镇新增就业6万人以上。');
CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    title TEXT NOT NULL,
    region TEXT NOT NULL,
    level TEXT NOT NULL,
    year INTEGER,
    date TEXT NOT NULL,
    characters INTEGER NOT NULL,
    figures INTEGER NOT NULL,
    toml TEXT NOT NULL
);
INSERT INTO "report" VALUES(1,'3e91800c8e7d642944f540b4c313a7081434fd443787e3222e91b2f120d714bb','/reports/乙江省2018.txt','2018年乙江省政府工作报告','乙江省','province',2018,'',144,6,'paragraphs = [
    "各位代表：",
]

[report]
title = "2018年乙江省政府工作报告"
region = "乙江省"
level = "province"
year = 2018
source = "/tmp/ls/made/乙江省2018.txt"

[[sections]]
number = "一、"
title = "2017年工作回顾"
role = "review"
paragraphs = [
    "经济运行稳中有进。地区生产总值增长6.8%，财政总收入408.9亿元，“两山”转化加快。",
    "规上工业增加值增长8.7%，PM2.5平均浓度下降10.6%。",
]

[[sections]]
number = "二、"
title = "2018年主要任务"
role = "tasks"
paragraphs = [
    "地区生产总值增长6.5%左右，城镇新增就业80万人以上。",
]
');
INSERT INTO "report" VALUES(2,'35f8c61ec84d51ef6ea0f9e0c2735908be5202ee72e11e5bcf08161ac6597a04','/reports/甲州市2017.txt','2017年甲州市政府工作报告','甲州市','county',2017,'',143,6,'paragraphs = [
    "各位代表：",
]

[report]
title = "2017年甲州市政府工作报告"
region = "甲州市"
level = "county"
year = 2017
source = "/tmp/ls/made/甲州市2017.txt"

[[sections]]
number = "一、"
title = "2016年工作回顾"
role = "review"
paragraphs = [
    "经济运行稳中有进。地区生产总值增长8.1%，财政总收入408.9亿元，“两山”转化加快。",
    "规上工业增加值增长8.7%，PM2.5平均浓度下降10.6%。",
]

[[sections]]
number = "二、"
title = "2017年主要任务"
role = "tasks"
paragraphs = [
    "地区生产总值增长7.5%左右，城镇新增就业5万人以上。",
]
');
INSERT INTO "report" VALUES(3,'8300d08b1b05fd9ffd3b0092bde9e0d43a023f2f6691be6489a78762bf387943','/reports/甲州市2018.txt','2018年甲州市政府工作报告','甲州市','county',2018,'',141,6,'paragraphs = [
    "各位代表：",
]

[report]
title = "2018年甲州市政府工作报告"
region = "甲州市"
level = "county"
year = 2018
source = "/tmp/ls/made/甲州市2018.txt"

[[sections]]
number = "一、"
title = "2017年工作回顾"
role = "review"
paragraphs = [
    "经济运行稳中有进。地区生产总值增长7.9%，财政总收入408.9亿元，“两山”转化加快。",
    "规上工业增加值增长8.7%，PM2.5平均浓度下降10.6%。",
]

[[sections]]
number = "二、"
title = "2018年主要任务"
role = "tasks"
paragraphs = [
    "地区生产总值增长7%左右，城镇新增就业6万人以上。",
]
');
COMMIT;
PRAGMA application_id = 1752856183;
PRAGMA user_version = 1;
