package cn.fupin.project.delivery;

/** What is built or bought: 饮水、道路、桥梁、彝家新寨、整村推进、农网、养殖、种植. */
public enum ProjectKind {
    WATER,
    ROAD,
    BRIDGE,
    NEW_VILLAGE,
    WHOLE_VILLAGE,
    POWER_GRID,
    LIVESTOCK,
    CROPS,
    OTHER
}
