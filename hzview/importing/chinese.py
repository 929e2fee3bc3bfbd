"""What a Chinese character is to the patterns of an import."""

from __future__ import annotations

HAN = r"[^\W\d_a-zA-Z]"
"""One Chinese character: a letter that is not Latin, 〇 included.

The blocks of Unicode say it more exactly, and take a millisecond to compile in each pattern; there are fifty.
"""

# Traditional characters of Big5 whose simplified ones the patterns and the names of places of this package have (after
# the tables of OpenCC, Apache-2.0); a text keeps its own.
_TRADITIONAL = (
    "報會議長區縣務國總當屆顧結績劃規體進設發經濟業續過來時實現從對開關於這們個為與後還應處點問題構強農產"
    "動決盡權條單並縮減穩優質環廣變種類術職責頭鎮鄉歲廳備際機說見錄詞釋註義語專項黨記書貫徹學習帶領導聯係"
    "統籌計確爭達標無線雲臨陽遼龍寧蘇滬陝貴滿漢嶺麗濱烏魯齊慶張馬紹興衛東門許陳劉趙吳鄭孫錢楊韓馮蔣鄧羅謝"
    "賀顏亞佈侷俬倫側傢傳僅僑億儘兒內兩冊別刪則剋剛創勝勢勵匯協厤參呂員噸噹嚮嚴囌圍圓圖團執堅壓壞壩壯夢夾"
    "奮婁婦審寫寬寶將層岡島峽崑崗嶽巖幾庫廈彆彈彔彙彥彿復徵慮懞懷戶掃揚換損撫擁擊據擴數斷旂昇晉曆曏朮棗極"
    "榮樂樑樣樹檔檯欄欽歡歷歸殘氣沒況涼準溫滄澤濛濰瀋瀏瀘煙熱營爾獲獻瑪甦甯畝畢異盤眾睏矇碼礎礙礪祕積穫箇"
    "節範簡簽籤糰糾紅納紙級紮終給綏綜維綱網綿編縱繞繫繼纍纔聞聲肅腳臺舊艱荊莊華菸萊萬蓆蔘蕪薦薩藍蘆蘭號衕"
    "裝裡製複覈視覽訂討託訪証試該誌認誠調請論諧講證識護讀讓讚貝負貢費資賓贊贛踐車軟載輕輯轉辦迴連週運遠遷"
    "選邁邊郵鄲鈕鉅銀銅錦錫錯錶鍵鏈鏡鐵閉間閤閱陞階隨隱隴隻雖雙雞難鞏頁頂順須預頓頗頻願顯風颱飛飾餘饒駐驗"
    "髮鬆鬚鬥魚鮮鳥鴨鶴鷹鹹鹽麥麴麵黃齒齡齣龜"
)
_SIMPLIFIED = (
    "报会议长区县务国总当届顾结绩划规体进设发经济业续过来时实现从对开关于这们个为与后还应处点问题构强农产"
    "动决尽权条单并缩减稳优质环广变种类术职责头镇乡岁厅备际机说见录词释注义语专项党记书贯彻学习带领导联系"
    "统筹计确争达标无线云临阳辽龙宁苏沪陕贵满汉岭丽滨乌鲁齐庆张马绍兴卫东门许陈刘赵吴郑孙钱杨韩冯蒋邓罗谢"
    "贺颜亚布局私伦侧家传仅侨亿尽儿内两册别删则克刚创胜势励汇协历参吕员吨当向严苏围圆图团执坚压坏坝壮梦夹"
    "奋娄妇审写宽宝将层冈岛峡昆岗岳岩几库厦别弹录汇彦佛复征虑蒙怀户扫扬换损抚拥击据扩数断旗升晋历向术枣极"
    "荣乐梁样树档台栏钦欢历归残气没况凉准温沧泽蒙潍沈浏泸烟热营尔获献玛苏宁亩毕异盘众困蒙码础碍砺秘积获个"
    "节范简签签团纠红纳纸级扎终给绥综维纲网绵编纵绕系继累才闻声肃脚台旧艰荆庄华烟莱万席参芜荐萨蓝芦兰号同"
    "装里制复核视览订讨托访证试该志认诚调请论谐讲证识护读让赞贝负贡费资宾赞赣践车软载轻辑转办回连周运远迁"
    "选迈边邮郸钮巨银铜锦锡错表键链镜铁闭间合阅升阶随隐陇只虽双鸡难巩页顶顺须预顿颇频愿显风台飞饰余饶驻验"
    "发松须斗鱼鲜鸟鸭鹤鹰咸盐麦曲面黄齿龄出龟"
)
_SIMPLER = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplified(text: str) -> str:
    """Return ``text`` as the rules of an import know it: 政府工作報告 → 政府工作报告; as long as it was."""
    return text.translate(_SIMPLER)
