package cn.fupin.household.vault;

import java.util.Set;

/** A name as anybody may see it: the surname, and a star for each character after it. */
public final class MaskedName {
    private static final Set<String> TWO_CHARACTER_SURNAMES =
            Set.of(
                    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "夏侯", "诸葛", "尉迟", "公羊", "赫连",
                    "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文",
                    "司徒", "鲜于", "司空", "闾丘", "令狐", "百里", "呼延", "东郭", "轩辕");

    private MaskedName() {}

    /** {@code 王小明} → {@code 王**}; of a one-character name nothing is shown. */
    public static String of(String name) {
        var characters = name.strip().codePoints().toArray();
        if (characters.length == 1) return "*";
        var shown =
                characters.length > 2
                                && TWO_CHARACTER_SURNAMES.contains(name.strip().substring(0, 2))
                        ? 2
                        : 1;
        return new String(characters, 0, shown) + "*".repeat(characters.length - shown);
    }
}
