/** 南陵县 is also called 南陵; the names of peoples in it go with the head. */
export function withoutHead(name: string): string {
  return name.replace(
    /(?:[\u4e00-\u9fff]{1,4}族)*(?:自治州|自治县|自治旗|街道|地区|林区|新区|[市县区旗盟镇乡])$/,
    '',
  );
}
