package cn.fupin.townships;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Made-up names in the Han and in the Yi manner; a Yi clan's name is long and stays with the
 * children.
 */
final class Names {
    private static final List<String> HAN_SURNAMES =
            List.of(
                    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡", "林",
                    "郭", "何", "高", "罗", "欧阳", "上官");
    private static final List<String> HAN_MALE =
            List.of("建国", "志强", "大勇", "明", "正华", "国平", "永富", "小军", "成林", "德贵", "天佑", "浩");
    private static final List<String> HAN_FEMALE =
            List.of("秀英", "桂兰", "玉珍", "芳", "小燕", "春梅", "丽华", "素琼", "晓雪", "琼", "凤仙", "雨涵");
    private static final List<String> YI_CLANS =
            List.of(
                    "阿鲁", "吉克", "沙马", "马海", "阿尔", "吉木", "罗洪", "海来", "莫色", "曲比", "俄木", "的日", "阿约",
                    "乃古", "阿尔约日", "沙马曲比", "吉木子石");
    private static final List<String> YI_MALE =
            List.of("拉哈", "木呷", "尔布", "阿木", "曲哈", "日铁", "伍沙", "达体", "尔古", "木乃", "拉铁木呷");
    private static final List<String> YI_FEMALE =
            List.of("阿牛", "莫西", "阿呷莫", "尔洗莫", "日牛莫", "阿依", "尔作", "牛牛莫", "阿支尔莫");

    private final int yiPercent;

    Names(int yiPercent) {
        this.yiPercent = yiPercent;
    }

    /** What a household's blood relations share. */
    record Family(String name, boolean yi) {}

    Family family(Random random) {
        boolean yi = random.nextInt(100) < yiPercent;
        return new Family(pick(yi ? YI_CLANS : HAN_SURNAMES, random), yi);
    }

    static String of(Family family, boolean male, Random random) {
        var given = family.yi() ? (male ? YI_MALE : YI_FEMALE) : (male ? HAN_MALE : HAN_FEMALE);
        return family.name() + pick(given, random);
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** The family of somebody whose name was made here. */
    static Family familyOf(String name) {
        return Stream.concat(
                        YI_CLANS.stream().map(clan -> new Family(clan, true)),
                        HAN_SURNAMES.stream().map(surname -> new Family(surname, false)))
                .filter(family -> name.startsWith(family.name()))
                .max(Comparator.comparingInt(family -> family.name().length()))
                .orElseThrow();
    }
}
