package cn.fupin.household.division;

import cn.fupin.backbone.division.Lineage;

/** What became of divisions; whoever keeps the successions knows. */
public interface Lineages {
    Lineage lineage();
}
